package org.comuta.configuration;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.Comparator;

/** Kind and name of an object. */
@Embeddable
record ObjectKey(String kind, String name) implements Serializable {
  static final Comparator<ObjectKey> ORDER =
      Comparator.comparing(ObjectKey::kind).thenComparing(ObjectKey::name);
}
