package org.comuta.description;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says that a field only matters while another field has one of some values. */
@Retention(RetentionPolicy.RUNTIME)
@Target({})
public @interface OnlyWhen {
  /** The other field, which must come before. */
  String field();

  /**
   * The values, as text, such as {@code BRIDGE} or {@code true}; an empty one: while the other
   * field is empty; none: while it is not.
   */
  String[] is() default {};
}
