package org.comuta.description;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes one field of a configuration object, on the component of its record. What the type says
 * already (boolean, whole number, text, choice, list of them, secret) is not said again.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Field {
  /** Must be given. */
  boolean required() default false;

  /** Value when it is not given, as text; lists are separated by commas. */
  String defaultValue() default "";

  /** Smallest whole number. */
  long min() default Long.MIN_VALUE;

  /** Largest whole number. */
  long max() default Long.MAX_VALUE;

  /** Most characters of a text, most elements of a list. */
  int maxLength() default 255;

  /** Unit of a number. */
  Unit unit() default Unit.NONE;

  /** What a text must look like. */
  Syntax syntax() default Syntax.TEXT;

  /** Kind of object this text names, such as {@code nap}; empty when it names none. */
  String references() default "";

  /** An address, ours or a neighbour's, which an import from elsewhere can leave as it is here. */
  boolean address() default false;

  /** Part of the form it stands in. */
  Section section() default Section.GENERAL;

  /** Whether only experts have to see it. */
  boolean expert() default false;

  /** When the field matters: all of these must hold. What does not matter is kept all the same. */
  OnlyWhen[] onlyWhen() default {};
}
