package org.comuta.identity;

import java.util.Collection;
import org.comuta.description.Catalogue;
import org.comuta.description.ObjectSet;

/** All settings as they are, for rules that look at others. */
record SettingSet(Settings settings, Catalogue catalogue) implements ObjectSet {
  @Override
  public <T> Collection<T> all(Class<T> type) {
    return settings.all(type);
  }

  @Override
  public boolean exists(String kind, String name) {
    return catalogue.kind(kind).isPresent()
        && settings.list(kind).stream().anyMatch(one -> one.name().equals(name));
  }
}
