package org.comuta.backup;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One backup that a schedule made, or tried to. */
@Entity
@Table(name = "backup_run")
class RunEntity {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  long id;

  String schedule;
  String node;

  @Column(name = "requested_by")
  String requestedBy;

  @Column(name = "started_at")
  Instant startedAt;

  @Column(name = "ended_at")
  @Nullable Instant endedAt;

  @Enumerated(EnumType.STRING)
  BackupRun.Outcome outcome;

  @Column(name = "file_name")
  String fileName = "";

  long octets;
  int removed;
  String detail = "";

  protected RunEntity() {}

  RunEntity(String schedule, String node, String requestedBy, Instant startedAt) {
    this.schedule = schedule;
    this.node = node;
    this.requestedBy = requestedBy;
    this.startedAt = startedAt;
    this.outcome = BackupRun.Outcome.RUNNING;
  }

  BackupRun view() {
    return new BackupRun(
        id,
        schedule,
        node,
        requestedBy,
        startedAt,
        endedAt,
        outcome,
        fileName,
        octets,
        removed,
        detail);
  }
}
