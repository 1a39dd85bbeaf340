package org.comuta.configuration;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** One save. */
@Entity
@Table(name = "configuration_revision")
class RevisionEntity {
  @Id long revision;
  String author;
  String address;

  @Column(name = "saved_at")
  Instant savedAt;

  String reason;
  int changes;

  Revision toRevision() {
    return new Revision(revision, author, address, savedAt, reason, changes);
  }
}
