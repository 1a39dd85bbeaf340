package org.comuta.cdr.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.comuta.call.CallRecord;
import org.comuta.call.Party;
import org.comuta.call.Release;
import org.comuta.cause.Cause;
import org.comuta.cause.Failure;
import org.comuta.cdr.Databases;
import org.comuta.cdr.Samples;
import org.comuta.cdr.journal.Position;
import org.comuta.description.Problem;
import org.comuta.listing.Condition;
import org.comuta.listing.Order;
import org.comuta.listing.Selection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Searching records, on each kind of database. */
@ParameterizedClass
@MethodSource("org.comuta.cdr.Databases#all")
class CallRecordsTest {
  private final DataSource source;

  CallRecordsTest(DataSource source) {
    this.source = source;
  }

  @BeforeEach
  void fill(@TempDir Path directory) throws Exception {
    try (DatabaseSink sink =
        new DatabaseSink(source, directory.resolve("position"), Position.BEGINNING)) {
      sink.write(
          List.of(
              record("a", 0, "customer", "1000", "20_0", Failure.NO_ROUTE),
              record("b", 10, "customer", "1001", "2000", Failure.NO_ANSWER),
              record("c", 20, "other", "100%", "2000", Failure.NO_ROUTE),
              record("d", 30, null, "", "'; drop table call_record; --", Failure.UNKNOWN_SOURCE),
              Samples.answered("e", Samples.START.plusSeconds(40))),
          new Position(1, 1));
    }
  }

  @AfterEach
  void empty() throws Exception {
    Databases.clear(source);
  }

  private static CallRecord record(
      String id,
      long second,
      @Nullable String originNap,
      String calling,
      String called,
      Failure failure) {
    CallRecord sample = Samples.refused(id, failure);
    return new CallRecord(
        id,
        id,
        1,
        Samples.START.plusSeconds(second),
        null,
        null,
        Samples.START.plusSeconds(second + 1),
        originNap,
        sample.source(),
        sample.transport(),
        calling,
        called,
        "id-" + id + "@192.0.2.1",
        sample.originRelease(),
        null,
        List.of(),
        List.of());
  }

  private String found(Map<String, String> parameters) throws Exception {
    CallRecordPage page = new CallRecords(source).page(CallRecordQuery.parse(parameters), 0, 1000);
    assertThat(page.total()).isEqualTo(page.items().size());
    return String.join(" ", page.items().stream().map(CallRecord::id).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          originNap            | customer                        | e b a
          originNap            | CUSTOMER                        |
          destinationNap       | carrier-2                       | e
          destinationNap       | carrier-1                       |
          route                | second                          | e
          callingNumber        | 1000                            | e a
          callingNumber        | 100*                            | e c b a
          callingNumber        | 100%                            | c
          callingNumber        | 100%*                           | c
          callingNumber        | *                               | e d c b a
          callingNumber        | 1_0*                            |
          calledNumber         | 20_*                            | a
          calledNumber         | '''; drop table call_record; --' | d
          calledNumber         | x' or 1=1 --                    |
          callId               | b                               | b
          originProtocolCallId | id-c@192.0.2.1                  | c
          endedBy              | CALLED                          | e
          endedBy              | EXCHANGE                        | d c b a
          failure              | NO_ROUTE                        | c a
          cause                | 3                               | c a
          cause                | 16                              | e
          answered             | true                            | e
          answered             | false                           | d c b a
          from                 | 2026-11-21T20:05:30.123456Z     | e d c
          from                 | 2026-11-21T21:05:30.123456+01:00 | e d c
          to                   | 2026-11-21T20:05:30.123456Z     | b a
          sort                 | startedAt                       | a b c d e
          sort                 | -startedAt                      | e d c b a
          sort                 | -billableMillis                 | e d c b a
          """)
  void aFilterFindsWhatItSays(String name, String value, @Nullable String expected)
      throws Exception {
    assertThat(found(Map.of(name, value))).isEqualTo(expected == null ? "" : expected);
  }

  static Stream<Arguments> selections() {
    return Stream.of(
        arguments("callingNumber", new Condition.Like("100*"), "e c b a"),
        arguments("callingNumber", new Condition.Like("1001"), "b"),
        arguments("callingNumber", new Condition.Like("1_0*"), ""),
        arguments("callingNumber", new Condition.Like("*0%"), "c"),
        arguments("callingNumber", new Condition.Like(""), "d"),
        arguments("originNap", new Condition.Like("*TOM*"), "e b a"),
        arguments("originNap", new Condition.Like(""), "d"),
        arguments("originNap", new Condition.Like("x' or 1=1 --"), ""),
        arguments("answered", new Condition.Is("true"), "e"),
        arguments("answered", new Condition.Is("false"), "d c b a"),
        arguments("endedBy", new Condition.Is("CALLED"), "e"),
        arguments("failure", new Condition.Is("NO_ROUTE"), "c a"),
        arguments("cause", range("3", "3"), "c a"),
        arguments("cause", range("16", null), "e d b"),
        arguments("billable", range("1", null), "e"),
        arguments("billable", range(null, "0.5"), "d c b a"),
        arguments("mos", range(null, "5"), "e"),
        arguments("loss", range("50", null), ""),
        arguments(
            "startedAt",
            new Condition.Period(Samples.START.plusSeconds(10), Samples.START.plusSeconds(30)),
            "c b"));
  }

  private static Condition range(@Nullable String least, @Nullable String most) {
    return new Condition.Range(
        least == null ? null : new BigDecimal(least),
        most == null ? null : new BigDecimal(most),
        true);
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @MethodSource("selections")
  void aSelectionFindsWhatItSays(String field, Condition condition, String expected)
      throws Exception {
    CallRecordQuery query = CallRecordQuery.of(new Selection(Map.of(field, condition), null));
    CallRecords records = new CallRecords(source);
    CallRecordPage page = records.page(query, 0, 1000);
    assertThat(page.items().stream().map(CallRecord::id).collect(Collectors.joining(" ")))
        .isEqualTo(expected);
    assertThat(page.total()).isEqualTo(page.items().size());
    List<CallRecord> each = new ArrayList<>();
    records.forEach(query, 1000, each::add);
    assertThat(each).isEqualTo(page.items());
  }

  @Test
  void anyFieldGivesAnOrder() throws Exception {
    CallRecords records = new CallRecords(source);
    for (String field : CallRecordQuery.sortFields()) {
      for (boolean descending : new boolean[] {true, false}) {
        Selection selection = new Selection(Map.of(), new Order(field, descending));
        assertThat(records.page(CallRecordQuery.of(selection), 0, 10).items()).hasSize(5);
      }
    }
    Selection byNap = new Selection(Map.of(), new Order("originNap", false));
    assertThat(records.page(CallRecordQuery.of(byNap), 0, 10).items())
        .extracting(CallRecord::id)
        .containsExactly("a", "b", "e", "c", "d");
  }

  @Test
  void recordsAreGivenOneByOneUntilThereAreEnough() throws Exception {
    List<String> given = new ArrayList<>();
    new CallRecords(source)
        .forEach(
            CallRecordQuery.all(),
            4,
            call -> {
              given.add(call.id());
              return given.size() < 3;
            });
    assertThat(given).containsExactly("e", "d", "c");
  }

  @Test
  void severalFiltersMustAllHold() throws Exception {
    assertThat(found(Map.of("originNap", "customer", "answered", "false", "cause", "3")))
        .isEqualTo("a");
  }

  @Test
  void anEmptyValueIsNoFilter() throws Exception {
    assertThat(found(Map.of("originNap", "", "cause", "", "sort", ""))).isEqualTo("e d c b a");
  }

  @Test
  void pagesAreCutFromTheWholeAndCountIt() throws Exception {
    CallRecords records = new CallRecords(source);
    CallRecordPage page = records.page(CallRecordQuery.all(), 1, 2);

    assertThat(page.items()).extracting(CallRecord::id).containsExactly("d", "c");
    assertThat(page.total()).isEqualTo(5);
    assertThat(records.page(CallRecordQuery.all(), 5, 2).items()).isEmpty();
    assertThatThrownBy(() -> records.page(CallRecordQuery.all(), 0, 1001))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> records.page(CallRecordQuery.all(), -1, 10))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "nonsense, 1, nonsense, unknown",
    "sort, id; drop table call_record, sort, unknown",
    "sort, -, sort, unknown",
    "answered, maybe, answered, choice",
    "endedBy, caller, endedBy, choice",
    "failure, NOTHING, failure, choice",
    "cause, sixteen, cause, range",
    "cause, 99999999999, cause, range",
    "from, yesterday, from, syntax",
    "to, 2026-11-21T20:05:30, to, syntax"
  })
  void whatCannotBeReadIsRefusedByTheNameOfItsField(
      String name, String value, String field, String code) {
    InvalidQueryException refused =
        catchThrowableOfType(
            InvalidQueryException.class, () -> CallRecordQuery.parse(Map.of(name, value)));

    assertThat(refused.problems())
        .extracting(Problem::field, Problem::code)
        .containsExactly(tuple(field, code));
  }

  @Test
  void everyPartyAndCauseCanBeStoredAndFound(@TempDir Path directory) throws Exception {
    try (DatabaseSink sink =
        new DatabaseSink(source, directory.resolve("position"), Position.BEGINNING)) {
      for (Party party : Party.values()) {
        CallRecord sample = Samples.answered("party-" + party);
        sink.write(
            Arrays.stream(Cause.values())
                .map(cause -> with(sample, new Release(party, cause, 0, null, "")))
                .toList(),
            new Position(1, 1));
      }
    }
    long expected = (long) Party.values().length * Cause.values().length;
    long total =
        new CallRecords(source).page(CallRecordQuery.parse(Map.of("callId", "all")), 0, 1).total();
    assertThat(total).isEqualTo(expected);
  }

  private static CallRecord with(CallRecord sample, Release release) {
    return new CallRecord(
        sample.id() + release.cause(),
        "all",
        1,
        sample.startedAt(),
        null,
        sample.answeredAt(),
        sample.endedAt(),
        null,
        "",
        "",
        "",
        "",
        "",
        release,
        release,
        List.of(),
        List.of());
  }
}
