package org.comuta.configuration;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** What one save did to one object. */
@Entity
@Table(name = "configuration_change")
class ChangeEntity {
  @EmbeddedId Key id;

  @Column(name = "before_body")
  @Nullable String before;

  @Column(name = "after_body")
  @Nullable String after;

  protected ChangeEntity() {}

  ChangeEntity(Key id, @Nullable String before, @Nullable String after) {
    this.id = id;
    this.before = before;
    this.after = after;
  }

  /** The save and the object. */
  @Embeddable
  record Key(long revision, String kind, String name) implements Serializable {}
}
