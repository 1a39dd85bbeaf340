package org.comuta.configuration;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** An object as last saved. */
@Entity
@Table(name = "configuration_object")
class ObjectEntity {
  @EmbeddedId ObjectKey id;
  String body;
  long revision;

  protected ObjectEntity() {}

  ObjectEntity(ObjectKey id, String body, long revision) {
    this.id = id;
    this.body = body;
    this.revision = revision;
  }
}
