package org.comuta.description;

import java.util.Collection;
import java.util.List;

/**
 * Names of what is no configuration and yet named in it, such as certificates. Any thread; nothing
 * waits.
 */
public interface OtherNames {
  /** There are none. */
  OtherNames NONE = kind -> List.of();

  /** Those of this kind, such as {@code certificate}, that can be used; empty of other kinds. */
  Collection<String> of(String kind);
}
