package org.comuta.description;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.json.JsonObject;
import java.util.List;
import org.comuta.Sample;
import org.comuta.nap.Nap;
import org.comuta.nap.NapKind;
import org.comuta.network.SipTransport;
import org.comuta.routing.Route;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObjectDescriptionTest {
  private final ObjectDescription<Nap> naps = ObjectDescription.of(Nap.class);
  private final ObjectDescription<Route> routes = ObjectDescription.of(Route.class);

  @Test
  void whatIsAbsentOrNullTakesItsDefault() {
    Parsed<Nap> parsed =
        naps.parse(Sample.json("{'name': 'lab', 'domain': '192.0.2.1', 'port': null}"));

    assertThat(parsed.problems()).isEmpty();
    assertThat(parsed.object())
        .satisfies(
            nap -> {
              assertThat(nap.kind()).isEqualTo(NapKind.SIP);
              assertThat(nap.enabled()).isTrue();
              assertThat(nap.description()).isEmpty();
              assertThat(nap.port()).isEqualTo(5060);
              assertThat(nap.transport()).isEqualTo(SipTransport.UDP);
              assertThat(nap.proxies()).isEmpty();
              assertThat(nap.sessionInactivity()).isEqualTo(1800);
              assertThat(nap.retryCauses()).containsExactly(27, 34, 38, 41, 42, 47);
            });
  }

  @Test
  void anObjectBecomesJsonAndComesBackTheSame() {
    Nap nap =
        Sample.nap(
            "lab", "sip.example.net", "'proxies': ['[2001:db8::1]:5070']", "'retryCauses': []");

    JsonObject json = naps.toJson(nap);

    assertThat(json.keySet()).first().isEqualTo("name");
    assertThat(json).hasSameSizeAs(naps.fields());
    assertThat(naps.parse(json).object()).isEqualTo(nap);
  }

  @Test
  void upperAndLowerCaseOfChoicesDoNotMatter() {
    assertThat(Sample.nap("lab", "192.0.2.1", "'kind': 'sip'", "'transport': 'tCp'"))
        .extracting(Nap::kind, Nap::transport)
        .containsExactly(NapKind.SIP, SipTransport.TCP);
  }

  @ParameterizedTest(name = "{0}: {1} is refused as {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "name            | null                | required",
        "name            | ''                  | required",
        "name            | 'a b'               | syntax",
        "name            | '..'                | syntax",
        "name            | 'ação'              | syntax",
        "name            | 7                   | type",
        "kind            | 'TDM'               | choice",
        "kind            | 1                   | choice",
        "enabled         | 'true'              | type",
        "enabled         | 1                   | type",
        "description     | 'a\\u0007b'         | syntax",
        "description     | 'a\\ud800b'         | syntax",
        "domain          | '300.1.1.1'         | syntax",
        "domain          | 'a..b'              | syntax",
        "domain          | '192.0.2.1:5060'    | syntax",
        "domain          | {}                  | type",
        "port            | 65536               | range",
        "port            | -1                  | range",
        "port            | 5060.5              | type",
        "port            | '5060'              | type",
        "port            | 1e999999            | type",
        "port            | []                  | type",
        "transport       | 'SCTP'              | choice",
        "proxies         | 'a'                 | type",
        "proxies         | [1]                 | type",
        "proxies         | ['']                | required",
        "proxies         | ['a:0']             | syntax",
        "proxies         | ['a', 'b:99999']    | syntax",
        "noAnswerTimeout | 0                   | range",
        "maxCalls        | 1000001             | range",
        "retryCauses     | [0]                 | range",
        "retryCauses     | [27, 128]           | range",
        "retryCauses     | [null]              | type",
        "fromOverride    | 'a b'               | syntax",
        "colour          | 'blue'              | unknown",
      })
  void aWrongFieldIsNamed(String field, String value, String code) {
    String text = "{'name': 'lab', 'domain': '192.0.2.1', '" + field + "': " + value + "}";

    Parsed<Nap> parsed = naps.parse(Sample.json(text));

    assertThat(parsed.object()).isNull();
    assertThat(parsed.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.field()).isEqualTo(field);
              assertThat(problem.code()).isEqualTo(code);
              assertThat(problem.message()).contains(field);
            });
  }

  @Test
  void allProblemsAreReportedAtOnce() {
    Parsed<Route> parsed =
        routes.parse(
            Sample.json("{'priority': 100, 'calledNumber': '(', 'rewriteCalled': 'x', 'x': 1}"));

    assertThat(parsed.problems())
        .extracting(Problem::field, Problem::code)
        .containsExactlyInAnyOrder(
            tuple("x", "unknown"),
            tuple("name", "required"),
            tuple("priority", "range"),
            tuple("originNap", "required"),
            tuple("destinationNap", "required"),
            tuple("calledNumber", "syntax"),
            tuple("rewriteCalled", "syntax"));
  }

  @Test
  void theElementThatIsWrongIsTold() {
    assertThat(naps.parse(with("'proxies': ['192.0.2.1', 'a b']")).problems())
        .extracting(Problem::message)
        .containsExactly("proxies element 2 must be HOST, HOST:PORT or [IPv6]:PORT.");
  }

  @Test
  void textsAndListsAreBounded() {
    String text = "x".repeat(256);
    String many = "'a',".repeat(17);

    assertThat(naps.parse(with("'description': '" + text + "'")).problems())
        .extracting(Problem::code)
        .containsExactly("length");
    assertThat(naps.parse(with("'proxies': [" + many + "'a']")).problems())
        .extracting(Problem::code)
        .containsExactly("length");
  }

  @Test
  void unknownFieldsAreReportedUpToABound() {
    StringBuilder text = new StringBuilder("'a': 1");
    for (int i = 0; i < 1000; i++) {
      text.append(", 'a").append(i).append("': 1");
    }

    assertThat(naps.parse(with(text.toString())).problems()).hasSize(100);
  }

  @Test
  void whatAnotherVersionStoredIsReadWithoutItsUnknownFields() {
    JsonObject stored = with("'soundOfTheBell': 'ding'");

    assertThat(naps.parse(stored).object()).isNull();
    assertThat(naps.parseStored(stored).object()).isEqualTo(Sample.nap("lab", "192.0.2.1"));
  }

  private static JsonObject with(String fields) {
    return Sample.json("{'name': 'lab', 'domain': '192.0.2.1', " + fields + "}");
  }

  @Test
  void fieldsTellTypeRangeUnitDefaultAndReference() {
    assertThat(routes.fields()).first().extracting(FieldDescription::name).isEqualTo("name");
    assertThat(routes.field("priority"))
        .hasValueSatisfying(
            field -> {
              assertThat(field.type()).isEqualTo(FieldType.NUMBER);
              assertThat(field.min()).isZero();
              assertThat(field.max()).isEqualTo(99);
              assertThat(field.defaultValue()).hasToString("50");
            });
    assertThat(routes.field("originNap"))
        .hasValueSatisfying(field -> assertThat(field.references()).isEqualTo("nap"));
    assertThat(naps.field("retryCauses"))
        .hasValueSatisfying(
            field -> assertThat(field.defaultValue()).hasToString("[27,34,38,41,42,47]"));
    assertThat(naps.field("transport"))
        .hasValueSatisfying(
            field -> assertThat(field.choices()).containsExactly("UDP", "TCP", "TLS"));
    assertThat(naps.field("maxCallDuration"))
        .hasValueSatisfying(field -> assertThat(field.unit()).isEqualTo(Unit.SECONDS));
  }

  @Described(kind = "broken", path = "broken")
  private record Broken(@Field(required = true, syntax = Syntax.NAME) String name, double value) {}

  @Described(kind = "nameless", path = "nameless")
  private record Nameless(@Field String title) {}

  @Test
  void aRecordThatCannotBeDescribedIsRefused() {
    for (Class<?> type : List.of(Broken.class, Nameless.class, String.class)) {
      assertThatThrownBy(() -> ObjectDescription.of(type))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @ParameterizedTest(name = "with {0} sourceByPacketAddress matters: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{}                                                           | false",
        "{'acceptAnyAddress': true}                                   | true",
        "{'acceptAnyAddress': true, 'forceConfiguredProxy': false}    | true",
        "{'acceptAnyAddress': true, 'forceConfiguredProxy': true}     | false",
        "{'acceptAnyAddress': false, 'forceConfiguredProxy': false}   | false",
      })
  void aFieldMattersWhileThoseItDependsOnMatterAndHaveTheValue(String body, boolean matters) {
    FieldDescription field = naps.field("sourceByPacketAddress").orElseThrow();

    assertThat(naps.matters(field, Sample.json(body))).isEqualTo(matters);
    assertThat(naps.matters(naps.field("domain").orElseThrow(), Sample.json(body))).isTrue();
  }

  @ParameterizedTest(name = "with {0} mediaAddress matters: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{}                                                           | true",
        "{'mediaInterface': ''}                                       | true",
        "{'mediaInterface': null}                                     | true",
        "{'mediaInterface': 'office'}                                 | false",
        "{'mediaInterface': 'office', 'mediaAddress': '192.0.2.1'}    | false",
      })
  void aFieldCanMatterOnlyWhileAnotherIsEmpty(String body, boolean matters) {
    FieldDescription field = naps.field("mediaAddress").orElseThrow();

    assertThat(naps.matters(field, Sample.json(body))).isEqualTo(matters);
  }

  /** Depends on a choice, on texts and lists that must or must not be empty, and on an element. */
  @Described(kind = "sample", path = "samples")
  public record Dependent(
      @Field(required = true, syntax = Syntax.NAME) String name,
      @Field(defaultValue = "UDP") SipTransport transport,
      @Field(onlyWhen = @OnlyWhen(field = "transport", is = "TCP")) String forTcp,
      @Field(onlyWhen = @OnlyWhen(field = "forTcp")) String whenSaid,
      @Field List<String> list,
      @Field(onlyWhen = @OnlyWhen(field = "list", is = "a")) String whenListed,
      @Field(onlyWhen = @OnlyWhen(field = "list")) String whenAnyIs,
      @Field(onlyWhen = @OnlyWhen(field = "list", is = "")) String whenNoneIs) {}

  @Test
  void choicesTextsAndListsCanBeDependedOn() {
    ObjectDescription<Dependent> dependent = ObjectDescription.of(Dependent.class);
    JsonObject nothing = Sample.json("{}");
    JsonObject all = Sample.json("{'transport': 'tcp', 'forTcp': 'x', 'list': ['b', 'a']}");

    assertThat(dependent.fields())
        .filteredOn(field -> dependent.matters(field, nothing))
        .extracting(FieldDescription::name)
        .containsExactly("name", "transport", "list", "whenNoneIs");
    assertThat(dependent.fields())
        .filteredOn(field -> !dependent.matters(field, all))
        .extracting(FieldDescription::name)
        .containsExactly("whenNoneIs");
  }

  /** Depends on a field that comes later. */
  @Described(kind = "sample", path = "samples")
  public record Backwards(
      @Field(required = true, syntax = Syntax.NAME) String name,
      @Field(onlyWhen = @OnlyWhen(field = "later")) String early,
      @Field String later) {}

  /** Depends on a word its choice does not have. */
  @Described(kind = "sample", path = "samples")
  public record Impossible(
      @Field(required = true, syntax = Syntax.NAME) String name,
      @Field(defaultValue = "UDP") SipTransport transport,
      @Field(onlyWhen = @OnlyWhen(field = "transport", is = "PIGEON")) String forPigeons) {}

  @Test
  void aDependencyThatCannotBeIsRefused() {
    assertThatThrownBy(() -> ObjectDescription.of(Backwards.class))
        .hasMessageContaining("early depends on no field before it");
    assertThatThrownBy(() -> ObjectDescription.of(Impossible.class))
        .hasMessageContaining("transport is never [PIGEON]");
  }
}
