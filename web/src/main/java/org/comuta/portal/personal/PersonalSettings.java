package org.comuta.portal.personal;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.comuta.description.Problem;
import org.comuta.preference.Personal;
import org.comuta.preference.PreferenceBean;
import org.comuta.preference.Preferences;
import org.comuta.preference.Theme;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the one who looks at the page chose; nobody in particular chose nothing. Read once. One
 * request only.
 */
@Named("personal")
@RequestScoped
public class PersonalSettings {
  private static final Logger LOG = LoggerFactory.getLogger(PersonalSettings.class);

  @Inject private HttpServletRequest request;
  @Inject private PreferenceBean preferences;

  private @Nullable Personal known;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public PersonalSettings() {}

  /** What was chosen. */
  public Preferences preferences() {
    return all().preferences();
  }

  public Theme getTheme() {
    return preferences().theme();
  }

  /** The zone that moments are shown in. */
  public ZoneId zone() {
    return preferences().zoneOr(ZoneId.systemDefault());
  }

  /** Chooses; returns what is wrong, and then nothing has changed. */
  public List<Problem> choose(Preferences chosen) {
    List<Problem> problems = preferences.save(user(), chosen);
    known = null;
    return problems;
  }

  /** How something of the portal was left. */
  public Optional<String> remembered(Remembered what) {
    return remembered(what.word());
  }

  /**
   * How one of many things of the portal was left.
   *
   * @param name with a dot in it, such as {@code table.naps}
   */
  public Optional<String> remembered(String name) {
    return Optional.ofNullable(all().remembered().get(name));
  }

  /** Remembers how one of many things was left; an empty text forgets it. */
  public void remember(String name, String state) {
    preferences.remember(user(), name, state.isEmpty() ? null : state);
    known = null;
  }

  /** Remembers how something was left; an empty text forgets it. */
  public void remember(Remembered what, String state) {
    remember(what.word(), state);
  }

  /** Whether somebody signed in, and so can choose. */
  public boolean isSomebody() {
    return !user().isEmpty();
  }

  private Personal all() {
    Personal read = known;
    if (read == null) {
      read = user().isEmpty() ? Personal.NONE : read();
      known = read;
    }
    return read;
  }

  /** The page that tells of a failure must come out without the database too. */
  private Personal read() {
    try {
      return preferences.of(user());
    } catch (EJBException unreadable) {
      LOG.warn("The preferences of {} cannot be read: {}", user(), unreadable.toString());
      return Personal.NONE;
    }
  }

  private String user() {
    Principal user = request.getUserPrincipal();
    return user == null ? "" : user.getName();
  }
}
