package org.comuta.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.comuta.portal.navigation.PortalPage;
import org.comuta.portal.navigation.PortalPages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NavigationTest {
  static Stream<PortalPage> pages() {
    return PortalPages.all().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pages")
  void theWayToAPageBeginsInTheMenuOrAtTheTop(PortalPage page) {
    List<PortalPage> way = Navigation.way(page.id());
    assertThat(way).endsWith(page);
    assertThat(way.getFirst().above()).isNull();
    assertThat(page.isInMenu()).isEqualTo(!page.icon().isEmpty());
    assertThat(way).allSatisfy(one -> assertThat(one.area()).isEqualTo(page.area()));
  }

  @Test
  void nothingLeadsToAPageThatIsNotKnown() {
    assertThat(Navigation.way("nowhere")).isEmpty();
    assertThat(Navigation.way(null)).isEmpty();
  }
}
