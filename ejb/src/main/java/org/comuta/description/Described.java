package org.comuta.description;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks the record of a configuration object. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Described {
  /** Word for one, such as {@code nap}. */
  String kind();

  /** Word of the API for all of them, such as {@code naps}. */
  String path();
}
