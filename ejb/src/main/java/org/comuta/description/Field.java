package org.comuta.description;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes one field of a configuration object, on the component of its record. What the type says
 * already (boolean, whole number, text, choice, list of them) is not said again.
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
}
