package org.comuta.portal.search;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.comuta.configuration.ConfigurationBean;
import org.comuta.identity.Area;
import org.comuta.listing.SearchText;
import org.comuta.portal.Account;
import org.comuta.portal.Language;
import org.comuta.portal.navigation.PortalPage;
import org.comuta.portal.navigation.PortalPages;
import org.comuta.portal.personal.PersonalSettings;
import org.comuta.portal.search.ResultGroup.Result;
import org.comuta.portal.table.Words;
import org.comuta.search.Finder;
import org.comuta.search.Hit;

/** Looks for words in the pages of the portal and in all that they show. One request only. */
@RequestScoped
public class PortalSearch {
  @Inject private Finder finder;
  @Inject private ConfigurationBean configuration;
  @Inject private Account account;
  @Inject private Language language;
  @Inject private PersonalSettings personal;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public PortalSearch() {}

  /** What fits and may be seen, in groups; not more than some of each. */
  public List<ResultGroup> find(String typed, int most) {
    SearchText wanted = SearchText.of(typed);
    List<ResultGroup> groups = new ArrayList<>();
    if (wanted.isEmpty()) {
      return groups;
    }
    List<Result> pages = pages(wanted, most);
    if (!pages.isEmpty()) {
      groups.add(new ResultGroup(language.text("search.PAGES"), pages));
    }
    Words words = new Words(language.getLocale(), personal.zone());
    HitText texts = new HitText(configuration.catalogue(), words);
    Map<Hit.Group, List<Result>> results = new EnumMap<>(Hit.Group.class);
    for (Hit hit : finder.find(typed, language.getLocale(), account::may, most)) {
      results.computeIfAbsent(hit.group(), group -> new ArrayList<>()).add(texts.result(hit));
    }
    results.forEach(
        (group, found) -> groups.add(new ResultGroup(language.text("search." + group), found)));
    return groups;
  }

  private List<Result> pages(SearchText wanted, int most) {
    return PortalPages.all().stream()
        .filter(page -> page.above() == null && account.may(page.needed()))
        .filter(page -> wanted.isIn(plain(page)))
        .sorted(
            Comparator.comparingInt(
                page -> wanted.rank(SearchText.plain(language.text(page.id())))))
        .limit(most)
        .map(
            page ->
                new Result(
                    language.text(page.id()),
                    area(page),
                    page.file(),
                    page.icon().isEmpty() ? "pi-user" : page.icon()))
        .toList();
  }

  private String plain(PortalPage page) {
    return SearchText.plain(language.text(page.id()) + " " + area(page));
  }

  private String area(PortalPage page) {
    Area area = page.area();
    return area == null ? "" : language.text("area." + area);
  }
}
