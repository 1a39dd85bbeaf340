package org.comuta.portal.navigation;

import org.comuta.identity.Area;
import org.comuta.identity.Right;
import org.jspecify.annotations.Nullable;

/**
 * One page of the portal.
 *
 * @param id name of its file in {@code portal}, without {@code .xhtml}, and key of its name among
 *     the texts
 * @param area the area it stands in; null when it stands in none
 * @param icon class of its icon among PrimeIcons; empty when it is not in the menu
 * @param needed who may see it
 * @param above the page it is reached from; null when the menu or the top leads to it
 */
public record PortalPage(
    String id, @Nullable Area area, String icon, Right needed, @Nullable String above) {

  /** A page that the menu leads to. */
  public static PortalPage inMenu(String id, Area area, String icon, Right needed) {
    return new PortalPage(id, area, icon, needed, null);
  }

  /** A page that another leads to, such as the form of an object from the list of them. */
  public static PortalPage below(String above, Area area, String id, Right needed) {
    return new PortalPage(id, area, "", needed, above);
  }

  /** A page that the top leads to. */
  public static PortalPage atTop(String id, Right needed) {
    return new PortalPage(id, null, "", needed, null);
  }

  /** Where it is, within the portal. */
  public String file() {
    return id + ".xhtml";
  }

  /** Whether the menu leads to it. */
  public boolean isInMenu() {
    return area != null && above == null;
  }
}
