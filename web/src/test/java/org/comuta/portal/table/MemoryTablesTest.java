package org.comuta.portal.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.comuta.access.AccessRule;
import org.comuta.access.Action;
import org.comuta.access.Service;
import org.comuta.certificate.CertificateUse;
import org.comuta.certificate.ChainProblem;
import org.comuta.certificate.OwnCertificate;
import org.comuta.listing.Selection;
import org.comuta.logging.line.LogComponent;
import org.comuta.logging.line.LogLevel;
import org.comuta.logging.line.LogLine;
import org.comuta.nap.Reachability.Place;
import org.comuta.nap.Reachability.State;
import org.comuta.portal.table.AccessRulesTable.PlacedRule;
import org.comuta.statistics.Figures;
import org.comuta.statistics.NapState;
import org.comuta.statistics.NapState.Health;
import org.comuta.statistics.NapState.LastFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MemoryTablesTest {
  private static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Words ENGLISH = new Words(Locale.ENGLISH, ZONE);

  private static <T> List<T> found(MemoryTable<T> table, List<T> rows, String address) {
    TableRules<T> rules = TableRules.of(table, ENGLISH);
    TableState state = rules.read(TableAddress.read(address));
    assertThat(rules.illegible(state, ZONE)).isEmpty();
    Selection selection = rules.selection(state, ZONE, NOON);
    return table.among(rows, selection, 0, 100).rows();
  }

  private static <T> Column<T> column(MemoryTable<T> table, String id, Words words) {
    return table.columns(words).stream()
        .filter(column -> column.getId().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static Figures figures(long seizures, Double asr) {
    return new Figures(seizures, 0, 0, Map.of(), 0, 0, asr, asr, 61.4, null);
  }

  private static NapState nap(String name, Health state, int most, Double asr, int... causes) {
    List<LastFailure> failures =
        java.util.Arrays.stream(causes)
            .mapToObj(cause -> new LastFailure(NOON, cause, cause == 41 ? 503 : 0, null))
            .toList();
    return new NapState(
        name,
        true,
        state,
        1,
        most,
        0.5,
        0,
        figures(3, asr),
        figures(5, asr),
        List.of(new Place(name + ":5060", State.INACTIVE, NOON, "SIP 503")),
        NOON,
        failures);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                        | a b c
          sort=-name                | c b a
          state=NOT_ANSWERING       | a
          originAsr=<60             | a
          maxCalls=>0               | b
          keepAlive=c:5060          | c
          lastFailures=503          | c
          lastFailures=Q.850 34     | b
          destinationAcd=1:00..1:05 | a b c
          name=C                    | c
          """)
  void napStates(String address, String names) {
    List<NapState> naps =
        List.of(
            nap("a", Health.NOT_ANSWERING, 0, 10.0),
            nap("b", Health.ANSWERING, 10, 99.5, 34),
            nap("c", Health.ANSWERING, 0, 80.0, 41));
    assertThat(found(new NapStatesTable(), naps, address))
        .extracting(NapState::name)
        .containsExactly(names.split(" "));
  }

  @Test
  void aNapWithoutALimitShowsNone() {
    NapStatesTable table = new NapStatesTable();
    assertThat(column(table, "maxCalls", ENGLISH).text(nap("a", Health.FULL, 0, 1.0)))
        .isEqualTo(Words.NOTHING);
    assertThat(column(table, "originAcd", ENGLISH).text(nap("a", Health.FULL, 0, 1.0)))
        .isEqualTo("1:01");
  }

  private static LogLine line(LogLevel level, String text) {
    return new LogLine(1, NOON, level, LogComponent.SIP_MESSAGES, "logger", "thread", text);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          level=TRACE     | DEBUG ERROR INFO WARN
          level=INFO      | ERROR INFO WARN
          level=ERROR     | ERROR
          sort=level      | DEBUG INFO WARN ERROR
          sort=-level     | ERROR WARN INFO DEBUG
          text=second     | INFO
          """)
  void aLevelOfTheLogMeansGraverOnesToo(String address, String levels) {
    List<LogLine> lines =
        List.of(
            line(LogLevel.DEBUG, "one"),
            line(LogLevel.ERROR, "one"),
            line(LogLevel.INFO, "one\nsecond"),
            line(LogLevel.WARN, "one"));
    assertThat(found(new LogLinesTable(), lines, address))
        .extracting(one -> one.level().name())
        .containsExactly(levels.split(" "));
  }

  @Test
  void aLineOfTheLogIsWholeInFilesOnly() {
    Column<LogLine> text = column(new LogLinesTable(), "text", ENGLISH);
    assertThat(text.text(line(LogLevel.INFO, "one\nsecond"))).isEqualTo("one");
    assertThat(text.fileText(line(LogLevel.INFO, "one\nsecond"))).isEqualTo("one\nsecond");
  }

  private static OwnCertificate certificate(
      String name, List<ChainProblem> problems, List<CertificateUse> uses, boolean requested) {
    return new OwnCertificate(name, null, List.of(), problems, uses, List.of(), requested, NOON);
  }

  @Test
  void certificatesAreFoundByAnyOfTheirStates() {
    CertificatesTable table = new CertificatesTable();
    List<OwnCertificate> all =
        List.of(
            certificate(
                "a", List.of(ChainProblem.EXPIRED, ChainProblem.NO_NAMES), List.of(), false),
            certificate("b", List.of(), List.of(CertificateUse.HTTPS), true));
    assertThat(found(table, all, "state=NO_NAMES"))
        .extracting(OwnCertificate::name)
        .containsExactly("a");
    assertThat(found(table, all, "state=REQUESTED"))
        .extracting(OwnCertificate::name)
        .containsExactly("b");
    assertThat(column(table, "state", ENGLISH).text(all.getFirst())).isEqualTo("Expired, No names");
    assertThat(column(table, "state", ENGLISH).tags(all.getFirst()))
        .extracting(Tag::getStyleClass)
        .containsExactly("tag chain-EXPIRED", "tag chain-NO_NAMES");
  }

  @Test
  void rulesKeepTheirPlacesWhenTheyAreFilteredAndSorted() {
    List<PlacedRule> rules =
        AccessRulesTable.placed(
            List.of(
                new AccessRule(Action.ALLOW, "192.0.2.0/24", List.of(Service.SSH), "office"),
                new AccessRule(Action.DENY, "::/0", List.of(Service.values()), "")));
    assertThat(found(new AccessRulesTable(), rules, "sort=-place"))
        .extracting(PlacedRule::place)
        .containsExactly(2, 1);
    assertThat(found(new AccessRulesTable(), rules, "services=PORTAL"))
        .extracting(PlacedRule::place)
        .containsExactly(2);
  }

  /** Every definition that needs nothing of the server to tell its columns. */
  private static Stream<TableDefinition<?>> definitions() {
    return Stream.of(
        new NapStatesTable(),
        new AlarmsTable(),
        new AlarmHistoryTable(),
        new CertificatesTable(),
        new AuthoritiesTable(),
        new AccessRulesTable(),
        new RefusedSourcesTable(),
        new SchedulesTable(),
        new WebhookDeliveriesTable(),
        new MailDeliveriesTable(),
        new LogLinesTable(),
        new LogFilesTable());
  }

  @ParameterizedTest
  @ValueSource(strings = {"pt-BR", "en", "es"})
  void everyColumnHasItsTextsInEveryLanguage(String tag) {
    Words words = new Words(Locale.forLanguageTag(tag), ZONE);
    definitions()
        .forEach(
            table -> {
              List<String> ids = table.columns(words).stream().map(Column::getId).toList();
              assertThat(ids).doesNotHaveDuplicates().containsAll(table.standardColumns());
            });
  }
}
