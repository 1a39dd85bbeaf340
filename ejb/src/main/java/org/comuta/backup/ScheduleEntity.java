package org.comuta.backup;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** One schedule, its secrets sealed. */
@Entity
@Table(name = "backup_schedule")
class ScheduleEntity {
  @Id String name;
  String body;

  /** Its moments until then have been dealt with. */
  @Column(name = "handled_until")
  Instant handledUntil;

  protected ScheduleEntity() {}

  ScheduleEntity(String name, String body, Instant handledUntil) {
    this.name = name;
    this.body = body;
    this.handledUntil = handledUntil;
  }
}
