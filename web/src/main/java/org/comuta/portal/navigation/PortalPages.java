package org.comuta.portal.navigation;

import static org.comuta.identity.Area.ADMINISTRATION;
import static org.comuta.identity.Area.CONFIGURATION;
import static org.comuta.identity.Area.DIAGNOSTICS;
import static org.comuta.identity.Area.MONITORING;
import static org.comuta.portal.navigation.PortalPage.atTop;
import static org.comuta.portal.navigation.PortalPage.below;
import static org.comuta.portal.navigation.PortalPage.inMenu;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.comuta.identity.Area;
import org.comuta.identity.Right;

/**
 * Every page of the portal. A new one is a file in {@code portal}, one line here and its name among
 * the texts; menu, trail and the check of rights follow. A page that is not here cannot be opened.
 */
public final class PortalPages {
  private static final String FOLDER = "/portal/";
  private static final String FIRST = "home";

  /** In the order of the menu. */
  private static final List<PortalPage> ALL =
      List.of(
          inMenu("naps", CONFIGURATION, "pi-sitemap", Right.SEE_CONFIGURATION),
          inMenu("routes", CONFIGURATION, "pi-directions", Right.SEE_CONFIGURATION),
          inMenu("interfaces", CONFIGURATION, "pi-server", Right.SEE_CONFIGURATION),
          inMenu("emergency-lists", CONFIGURATION, "pi-heart", Right.SEE_CONFIGURATION),
          inMenu("intrusion-rules", CONFIGURATION, "pi-shield", Right.SEE_CONFIGURATION),
          inMenu("cdr-files", CONFIGURATION, "pi-file", Right.SEE_CONFIGURATION),
          inMenu("webhooks", CONFIGURATION, "pi-send", Right.SEE_CONFIGURATION),
          inMenu("mail-servers", CONFIGURATION, "pi-envelope", Right.SEE_CONFIGURATION),
          below("mail-servers", CONFIGURATION, "mail-server", Right.SEE_CONFIGURATION),
          inMenu("mail-notifications", CONFIGURATION, "pi-at", Right.SEE_CONFIGURATION),
          inMenu("pending", CONFIGURATION, "pi-inbox", Right.SEE_CONFIGURATION),
          inMenu("history", CONFIGURATION, "pi-history", Right.SEE_CONFIGURATION),
          inMenu(
              "import-export", CONFIGURATION, "pi-arrow-right-arrow-left", Right.SEE_CONFIGURATION),
          inMenu("wizard", CONFIGURATION, "pi-compass", Right.CONFIGURE),
          below("naps", CONFIGURATION, "nap", Right.SEE_CONFIGURATION),
          below("routes", CONFIGURATION, "route", Right.SEE_CONFIGURATION),
          below("interfaces", CONFIGURATION, "interface", Right.SEE_CONFIGURATION),
          below("cdr-files", CONFIGURATION, "cdr-file", Right.SEE_CONFIGURATION),
          below("history", CONFIGURATION, "object", Right.SEE_CONFIGURATION),
          below("history", CONFIGURATION, "revision", Right.SEE_CONFIGURATION),
          below("history", CONFIGURATION, "compare", Right.SEE_CONFIGURATION),
          below("history", CONFIGURATION, "restore", Right.CONFIGURE),
          inMenu("home", MONITORING, "pi-home", Right.SEE_MONITORING),
          inMenu("calls", MONITORING, "pi-phone", Right.SEE_MONITORING),
          inMenu("nap-states", MONITORING, "pi-sitemap", Right.SEE_MONITORING),
          inMenu("records", MONITORING, "pi-list", Right.SEE_MONITORING),
          inMenu("blocked-sources", MONITORING, "pi-ban", Right.SEE_MONITORING),
          inMenu("alarms", MONITORING, "pi-bell", Right.SEE_MONITORING),
          inMenu("logs", DIAGNOSTICS, "pi-align-left", Right.SEE_DIAGNOSTICS),
          inMenu("log-settings", DIAGNOSTICS, "pi-cog", Right.SEE_DIAGNOSTICS),
          inMenu("users", ADMINISTRATION, "pi-users", Right.SEE_ADMINISTRATION),
          inMenu("directories", ADMINISTRATION, "pi-address-book", Right.SEE_ADMINISTRATION),
          below("directories", ADMINISTRATION, "directory", Right.SEE_ADMINISTRATION),
          inMenu("identity-providers", ADMINISTRATION, "pi-id-card", Right.SEE_ADMINISTRATION),
          below(
              "identity-providers", ADMINISTRATION, "identity-provider", Right.SEE_ADMINISTRATION),
          inMenu("sign-in-rules", ADMINISTRATION, "pi-key", Right.SEE_ADMINISTRATION),
          inMenu("sessions", ADMINISTRATION, "pi-desktop", Right.SEE_ADMINISTRATION),
          inMenu("locks", ADMINISTRATION, "pi-lock", Right.SEE_ADMINISTRATION),
          inMenu("certificates", ADMINISTRATION, "pi-verified", Right.SEE_ADMINISTRATION),
          inMenu("access-lists", ADMINISTRATION, "pi-filter", Right.SEE_ADMINISTRATION),
          inMenu("webhook-deliveries", ADMINISTRATION, "pi-inbox", Right.SEE_ADMINISTRATION),
          inMenu("mail-deliveries", ADMINISTRATION, "pi-reply", Right.SEE_ADMINISTRATION),
          inMenu("audit", ADMINISTRATION, "pi-history", Right.SEE_ADMINISTRATION),
          inMenu("backup", ADMINISTRATION, "pi-box", Right.ADMINISTER),
          inMenu("backup-schedules", ADMINISTRATION, "pi-calendar-clock", Right.SEE_ADMINISTRATION),
          below("backup-schedules", ADMINISTRATION, "backup-schedule", Right.SEE_ADMINISTRATION),
          atTop("account", Right.OWN_ACCOUNT),
          atTop("preferences", Right.OWN_ACCOUNT),
          atTop("search", Right.OWN_ACCOUNT));

  private PortalPages() {}

  /** All of them. */
  public static List<PortalPage> all() {
    return ALL;
  }

  /** The page of this name. */
  public static Optional<PortalPage> find(String id) {
    return ALL.stream().filter(page -> page.id().equals(id)).findFirst();
  }

  /** The page at this path of the server. */
  public static Optional<PortalPage> at(String servletPath) {
    return ALL.stream().filter(page -> servletPath.equals(FOLDER + page.file())).findFirst();
  }

  /** Path of the page at which somebody with these rights begins. */
  public static String first(Predicate<Right> has) {
    return Stream.concat(find(FIRST).stream(), ALL.stream())
        .filter(page -> has.test(page.needed()))
        .map(page -> FOLDER + page.file())
        .findFirst()
        .orElse("/sign-in.xhtml");
  }

  /** Class of the icon of an area among PrimeIcons. */
  public static String icon(Area area) {
    return switch (area) {
      case CONFIGURATION -> "pi-sliders-h";
      case MONITORING -> "pi-chart-line";
      case DIAGNOSTICS -> "pi-wave-pulse";
      case ADMINISTRATION -> "pi-shield";
    };
  }
}
