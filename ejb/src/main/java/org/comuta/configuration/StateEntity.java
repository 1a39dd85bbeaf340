package org.comuta.configuration;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The one row that says where the configuration stands; locking it serializes saves. */
@Entity
@Table(name = "configuration_state")
class StateEntity {
  static final int ONLY = 1;

  @Id int id;

  @Column(name = "latest_revision")
  long latestRevision;

  @Column(name = "applied_revision")
  long appliedRevision;

  @Column(name = "applied_at")
  @Nullable Instant appliedAt;

  @Column(name = "applied_by")
  @Nullable String appliedBy;

  @Column(name = "applied_from")
  @Nullable String appliedFrom;
}
