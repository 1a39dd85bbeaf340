package org.comuta.portal.navigation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.comuta.identity.Right;
import org.comuta.identity.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PortalPagesTest {
  private static final Path FILES = Path.of("src/main/webapp/portal");

  static Stream<PortalPage> pages() {
    return PortalPages.all().stream();
  }

  @Test
  void everyFileIsAPageAndEveryPageAFile() throws IOException {
    try (Stream<Path> files = Files.list(FILES)) {
      List<String> names = files.map(file -> file.getFileName().toString()).toList();
      assertThat(pages().map(PortalPage::file)).containsExactlyInAnyOrderElementsOf(names);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pages")
  void aPageSaysWhichItIsSoThatMenuAndTrailKnow(PortalPage page) throws IOException {
    assertThat(Files.readString(FILES.resolve(page.file())))
        .contains("<ui:param name=\"here\" value=\"" + page.id() + "\"/>");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pages")
  void aPageStandsInTheAreaWhoseRightItNeeds(PortalPage page) {
    assertThat(page.needed().area()).isEqualTo(page.area());
  }

  @Test
  void onlyAPageIsAtItsPath() {
    assertThat(PortalPages.at("/portal/calls.xhtml").map(PortalPage::needed))
        .contains(Right.SEE_MONITORING);
    assertThat(PortalPages.at("/portal/nothing.xhtml")).isEmpty();
    assertThat(PortalPages.at("/calls.xhtml")).isEmpty();
  }

  @ParameterizedTest(name = "{0} begins at {1}")
  @CsvSource({
    "ADMINISTRATOR, /portal/home.xhtml",
    "OPERATOR, /portal/home.xhtml",
    "EMPLOYEE, /portal/account.xhtml",
  })
  void everybodyBeginsAtAPageThatMayBeSeen(Role role, String page) {
    EnumSet<Right> rights = EnumSet.of(Right.OWN_ACCOUNT);
    rights.addAll(role.rights().granted());
    assertThat(PortalPages.first(rights::contains)).isEqualTo(page);
  }

  @Test
  void whoSeesNoCallsBeginsAtTheFirstPageOfTheMenu() {
    assertThat(PortalPages.first(Right.SEE_CONFIGURATION::equals)).isEqualTo("/portal/naps.xhtml");
    assertThat(PortalPages.first(right -> false)).isEqualTo("/sign-in.xhtml");
  }
}
