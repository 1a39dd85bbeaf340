package org.comuta.configuration;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** One apply, kept for the audit. */
@Entity
@Table(name = "configuration_application")
class ApplicationEntity {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  long id;

  long revision;
  String author;
  String address;

  @Column(name = "applied_at")
  Instant appliedAt;

  String reason;

  Application toApplication() {
    return new Application(revision, author, address, appliedAt, reason);
  }
}
