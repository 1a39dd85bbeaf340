package org.comuta.portal.navigation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A list of anything is the common table, with filters, order, columns and files. */
class ListPagesTest {
  private static final Path FOLDER = Path.of("src/main/webapp");

  /** Pages of the menu that show one thing, not a list of many. */
  private static final Set<String> NO_LISTS =
      Set.of(
          "backup", "home", "import-export", "log-settings", "pending", "sign-in-rules", "wizard");

  /** What is one's own, or a part of one record: a handful of rows that nobody looks for. */
  private static final List<Path> FEW_ROWS =
      Stream.of(
              "portal/account.xhtml",
              "WEB-INF/templates/record.xhtml",
              "WEB-INF/templates/ssh-keys.xhtml")
          .map(FOLDER::resolve)
          .toList();

  private static final List<String> TABLES =
      List.of(
          "<comuta:table ",
          "template=\"/WEB-INF/templates/objects.xhtml\"",
          "template=\"/WEB-INF/templates/deliveries.xhtml\"",
          "src=\"/WEB-INF/templates/settings.xhtml\"");

  static Stream<PortalPage> lists() {
    return PortalPages.all().stream()
        .filter(page -> page.isInMenu() && !NO_LISTS.contains(page.id()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lists")
  void aListIsTheCommonTable(PortalPage page) throws IOException {
    String text = Files.readString(FOLDER.resolve("portal").resolve(page.file()));
    assertThat(TABLES).as("one of these is in %s", page.file()).anyMatch(text::contains);
  }

  @Test
  void thereIsNoOtherTableOfRows() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      List<Path> others =
          files
              .filter(file -> file.toString().endsWith(".xhtml"))
              .filter(file -> text(file).contains("<p:dataTable"))
              .toList();
      assertThat(others).containsExactlyInAnyOrderElementsOf(FEW_ROWS);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }
}
