package org.comuta.preference;

import java.util.Map;

/**
 * Everything one user chose. Immutable.
 *
 * @param preferences what the API shows
 * @param remembered how the portal was left, by names that only the portal knows
 */
public record Personal(Preferences preferences, Map<String, String> remembered) {
  /** Of somebody who chose nothing. */
  public static final Personal NONE = new Personal(Preferences.NONE, Map.of());

  public Personal {
    remembered = Map.copyOf(remembered);
  }

  static Personal of(Map<String, String> stored) {
    return new Personal(Preferences.of(stored), stored);
  }
}
