package org.comuta.portal;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.comuta.description.Problem;
import org.comuta.portal.personal.PersonalSettings;
import org.comuta.preference.Preferences;
import org.comuta.preference.Theme;
import org.jspecify.annotations.Nullable;

/** The page on which people choose language, zone and theme. One request only. */
@Named
@RequestScoped
public class PreferencesPage {
  /**
   * A zone to choose.
   *
   * @param label with how far it is from UTC now
   */
  public record Zone(String id, String label) {}

  @Inject private PersonalSettings personal;
  @Inject private Language language;

  private @Nullable String chosenLanguage;
  private @Nullable String timeZone;
  private Theme theme = Theme.SYSTEM;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public PreferencesPage() {}

  @PostConstruct
  void begin() {
    Preferences now = personal.preferences();
    chosenLanguage = now.language();
    timeZone = now.timeZone();
    theme = now.theme();
  }

  /** Places of the world, and UTC. */
  public List<Zone> getZones() {
    return zones(Instant.now());
  }

  static List<Zone> zones(Instant now) {
    return ZoneId.getAvailableZoneIds().stream()
        .filter(PreferencesPage::isPlace)
        .sorted()
        .map(id -> new Zone(id, id.replace('_', ' ') + " (" + offset(id, now) + ")"))
        .toList();
  }

  private static boolean isPlace(String id) {
    return id.equals("UTC")
        || (id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/"));
  }

  private static String offset(String id, Instant now) {
    ZoneOffset offset = ZoneId.of(id).getRules().getOffset(now);
    return offset.equals(ZoneOffset.UTC) ? "UTC" : "UTC" + offset;
  }

  /** The zone of who chose none. */
  public String getServerZone() {
    return ZoneId.systemDefault().getId();
  }

  /** Makes the choice count, in this browser and in others. */
  public @Nullable String save() {
    List<Problem> problems = personal.choose(new Preferences(chosenLanguage, timeZone, theme));
    FacesContext faces = FacesContext.getCurrentInstance();
    if (!problems.isEmpty()) {
      problems.forEach(problem -> tell(faces, FacesMessage.SEVERITY_ERROR, problem.message()));
      return null;
    }
    if (chosenLanguage != null
        && faces.getExternalContext().getResponse() instanceof HttpServletResponse response) {
      response.addCookie(LanguageFilter.cookie(chosenLanguage));
    }
    faces.getExternalContext().getFlash().setKeepMessages(true);
    tell(faces, FacesMessage.SEVERITY_INFO, language.text("preferences.saved"));
    return "/portal/preferences.xhtml?faces-redirect=true";
  }

  private static void tell(FacesContext faces, FacesMessage.Severity severity, String text) {
    faces.addMessage(null, new FacesMessage(severity, text, null));
  }

  public @Nullable String getLanguage() {
    return chosenLanguage;
  }

  public void setLanguage(@Nullable String chosen) {
    this.chosenLanguage = chosen;
  }

  public @Nullable String getTimeZone() {
    return timeZone;
  }

  public void setTimeZone(@Nullable String timeZone) {
    this.timeZone = timeZone;
  }

  public Theme getTheme() {
    return theme;
  }

  public void setTheme(Theme theme) {
    this.theme = theme;
  }

  public Theme[] getThemes() {
    return Theme.values();
  }
}
