package org.comuta.preference;

import jakarta.persistence.EntityManager;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The table of preferences, within one transaction. */
final class PreferenceStore {
  private final EntityManager entities;

  PreferenceStore(EntityManager entities) {
    this.entities = entities;
  }

  /** Everything this user chose, by name. */
  Map<String, String> all(String user) {
    return entities
        .createQuery(
            "select p from PreferenceEntity p where p.id.user = :user", PreferenceEntity.class)
        .setParameter("user", user)
        .getResultStream()
        .collect(Collectors.toMap(one -> one.id.name(), one -> one.choice));
  }

  /** Keeps a choice; null forgets it. */
  void put(String user, String name, @Nullable String choice) {
    PreferenceKey key = new PreferenceKey(user, name);
    PreferenceEntity stored = entities.find(PreferenceEntity.class, key);
    if (choice == null) {
      if (stored != null) {
        entities.remove(stored);
      }
    } else if (stored == null) {
      entities.persist(new PreferenceEntity(key, choice));
    } else {
      stored.choice = choice;
    }
  }

  void put(String user, Preferences preferences) {
    preferences.choices().forEach(one -> put(user, one.name(), one.choice()));
  }
}
