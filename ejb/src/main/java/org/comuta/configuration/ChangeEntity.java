package org.comuta.configuration;

import jakarta.json.JsonObject;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.comuta.description.Json;
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

  ObjectKey key() {
    return new ObjectKey(id.kind(), id.name());
  }

  /** What differs, as it was stored, whatever this version would make of it. */
  ObjectDiff difference() {
    return Differences.between(id.kind(), id.name(), json(before), json(after));
  }

  private static @Nullable JsonObject json(@Nullable String body) {
    return body == null ? null : Json.parse(body);
  }

  PastChange toPast(RevisionEntity by) {
    return new PastChange(by.toRevision(), difference());
  }

  /** The save and the object. */
  @Embeddable
  record Key(long revision, String kind, String name) implements Serializable {}
}
