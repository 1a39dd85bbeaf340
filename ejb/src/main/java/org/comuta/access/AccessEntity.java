package org.comuta.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The one row of the access lists; locking it puts changes one after the other. */
@Entity
@Table(name = "access_lists")
class AccessEntity {
  static final int ONLY = 1;

  @Id int id;

  @Column(name = "change_number")
  long change;

  String confirmed;
  @Nullable String trial;

  @Column(name = "trial_until")
  @Nullable Instant trialUntil;

  @Column(name = "trial_by")
  @Nullable String trialBy;

  @Column(name = "trial_from")
  @Nullable String trialFrom;

  @SuppressWarnings("NullAway.Init") // filled in by the provider
  protected AccessEntity() {}
}
