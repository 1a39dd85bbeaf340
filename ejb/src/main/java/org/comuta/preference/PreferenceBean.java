package org.comuta.preference;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.comuta.description.Problem;
import org.jspecify.annotations.Nullable;

/** What users chose, in transactions. Users must exist; their choices go with them. Any thread. */
@Stateless
public class PreferenceBean {
  /** Most characters of what is remembered. */
  public static final int LONGEST = 4_000;

  @PersistenceContext(unitName = "comuta")
  private EntityManager entities;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public PreferenceBean() {}

  /** What this user chose. */
  public Personal of(String user) {
    return Personal.of(store().all(user));
  }

  /** Makes the preferences these, unless something is wrong with them, which it returns. */
  public List<Problem> save(String user, Preferences preferences) {
    List<Problem> problems = preferences.check();
    if (problems.isEmpty()) {
      store().put(user, preferences);
    }
    return problems;
  }

  /**
   * Remembers how the portal was left.
   *
   * @param name of a fixed list of names of the portal, with a dot in it
   * @param state at most {@link #LONGEST} characters; null forgets it
   */
  public void remember(String user, String name, @Nullable String state) {
    if (name.indexOf('.') < 0 || (state != null && state.length() > LONGEST)) {
      throw new IllegalArgumentException(name + " cannot be remembered so");
    }
    store().put(user, name, state);
  }

  private PreferenceStore store() {
    return new PreferenceStore(entities);
  }
}
