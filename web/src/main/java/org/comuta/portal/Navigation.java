package org.comuta.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.comuta.identity.Area;
import org.comuta.portal.navigation.PortalPage;
import org.comuta.portal.navigation.PortalPages;
import org.comuta.portal.personal.PersonalSettings;
import org.comuta.portal.personal.Remembered;
import org.jspecify.annotations.Nullable;

/** The menu and the trail of the page that is shown, for the one who looks. One request only. */
@Named
@RequestScoped
public class Navigation {
  /**
   * An area of the menu.
   *
   * @param pages those that may be seen; never empty
   */
  public record Menu(Area area, boolean open, List<PortalPage> pages) {
    /** Class of its icon. */
    public String icon() {
      return PortalPages.icon(area);
    }

    /** Whether this page is one of the area. */
    public boolean holds(@Nullable String page) {
      return page != null && PortalPages.find(page).filter(one -> one.area() == area).isPresent();
    }
  }

  /**
   * One step of the trail.
   *
   * @param file where it leads; empty when nowhere
   */
  public record Step(String name, String file) {}

  @Inject private Account account;
  @Inject private Language language;
  @Inject private PersonalSettings personal;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public Navigation() {}

  /** The areas with a page that may be seen. */
  public List<Menu> getMenus() {
    List<String> closed =
        List.of(personal.remembered(Remembered.NAVIGATION_CLOSED).orElse("").split(",", -1));
    return Arrays.stream(Area.values())
        .map(area -> new Menu(area, !closed.contains(area.name()), pages(area)))
        .filter(menu -> !menu.pages().isEmpty())
        .toList();
  }

  private List<PortalPage> pages(Area area) {
    return PortalPages.all().stream()
        .filter(page -> page.isInMenu() && page.area() == area && account.may(page.needed()))
        .toList();
  }

  /** How the navigation is shown: {@code open} or {@code rail}. */
  public String getShape() {
    return personal.remembered(Remembered.NAVIGATION_RAIL).isPresent() ? "rail" : "open";
  }

  /** The page of the menu that leads to this page; empty when none does. */
  public String inMenu(@Nullable String page) {
    return way(page).stream()
        .filter(PortalPage::isInMenu)
        .map(PortalPage::id)
        .findFirst()
        .orElse("");
  }

  /**
   * The steps to this page.
   *
   * @param object name of what the page shows of many; null or empty for nothing
   */
  public List<Step> trail(@Nullable String page, @Nullable String object) {
    List<PortalPage> way = way(page);
    List<Step> steps = new ArrayList<>();
    way.stream()
        .map(PortalPage::area)
        .filter(Objects::nonNull)
        .findFirst()
        .ifPresent(area -> steps.add(new Step(language.text("area." + area), "")));
    way.forEach(one -> steps.add(new Step(language.text(one.id()), one.file())));
    if (object != null && !object.isEmpty()) {
      steps.add(new Step(object, ""));
    }
    return steps;
  }

  /** The pages that lead to this one, and it itself. */
  static List<PortalPage> way(@Nullable String page) {
    List<PortalPage> way = new ArrayList<>();
    String id = page;
    while (id != null) {
      Optional<PortalPage> found = PortalPages.find(id);
      found.ifPresent(way::addFirst);
      id = found.map(PortalPage::above).orElse(null);
    }
    return way;
  }
}
