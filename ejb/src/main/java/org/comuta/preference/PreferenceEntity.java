package org.comuta.preference;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** One thing that a user chose. */
@Entity
@Table(name = "user_preference")
class PreferenceEntity {
  @EmbeddedId PreferenceKey id;
  String choice;

  protected PreferenceEntity() {}

  PreferenceEntity(PreferenceKey id, String choice) {
    this.id = id;
    this.choice = choice;
  }
}
