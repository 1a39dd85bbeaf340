package org.comuta.portal.form;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import org.comuta.configuration.Kinds;
import org.comuta.description.Described;
import org.comuta.description.Field;
import org.comuta.description.Json;
import org.comuta.description.ObjectDescription;
import org.comuta.description.Parsed;
import org.comuta.description.Syntax;
import org.comuta.nap.MediaMode;
import org.comuta.secret.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FormValuesTest {
  private static final ObjectDescription<?> NAP =
      Kinds.catalogue().kind("nap").orElseThrow().description();

  private final FormValues values = new FormValues();

  /** A kind with every control that no kind has yet. */
  @Described(kind = "sample", path = "samples")
  public record Sample(
      @Field(required = true, syntax = Syntax.NAME) String name,
      @Field(defaultValue = "BRIDGE") List<MediaMode> modes,
      @Field Secret password,
      @Field(maxLength = 4000, syntax = Syntax.PRIVATE_KEY) Secret key,
      @Field(maxLength = 4000) String text) {}

  private final ObjectDescription<Sample> sample = ObjectDescription.of(Sample.class);

  static List<ObjectDescription<?>> descriptions() {
    return Kinds.catalogue().kinds().stream()
        .<ObjectDescription<?>>map(kind -> kind.description())
        .toList();
  }

  @ParameterizedTest(name = "a new {0} that is not touched has its defaults")
  @MethodSource("descriptions")
  void whatIsNotTouchedIsTheDefault(ObjectDescription<?> description) {
    values.showNew(description);
    JsonObject body =
        Json.object(values.body(description))
            .add("name", "a")
            .add("domain", "192.0.2.1")
            .add("address", "192.0.2.1")
            .add("originNap", "a")
            .add("destinationNap", "b")
            .add("url", "https://example.com/")
            .add("host", "mail.example.com")
            .add("from", "comuta@example.com")
            .add("server", "a")
            .add("recipients", Json.array().add("noc@example.com"))
            .add("numbers", Json.array().add("190"))
            .build();

    Parsed<?> parsed = description.parseStored(body);

    assertThat(parsed.problems()).isEmpty();
    assertThat(values.body(description)).doesNotContainKey("name");
  }

  @Test
  void anObjectGoesThroughTheControlsUnchanged() {
    JsonObject body =
        Json.parse(
            """
            {"name": "lab", "kind": "SIP", "enabled": false, "description": "çã", "domain": "a.b",
             "port": 0, "transport": "TCP", "proxies": ["a:1", "[2001:db8::1]:2"],
             "retryCauses": [27, 34]}
            """);

    values.show(NAP, body);

    assertThat(values.map())
        .containsEntry("proxies", "a:1\n[2001:db8::1]:2")
        .containsEntry("retryCauses", "27, 34")
        .containsEntry("enabled", false);
    assertThat(values.body(NAP)).containsAllEntriesOf(body);
  }

  @ParameterizedTest(name = "\"{0}\" is sent as {1}")
  @CsvSource({
    "5070, 5070",
    "' 7 ', 7",
    "+5, 5",
    "-1, -1",
    "'', ",
    "' ', ",
    "5.5, '\"5.5\"'",
    "1.000, '\"1.000\"'",
    "abc, '\"abc\"'",
    "99999999999999999999, '\"99999999999999999999\"'",
  })
  void whatIsNoWholeNumberIsLeftForTheConfigurationToRefuse(String typed, String sent) {
    values.map().put("port", typed);

    var port = values.body(NAP).get("port");

    assertThat(port == null ? null : port.toString()).isEqualTo(sent);
  }

  @Test
  void listsAreReadHoweverTheyAreTyped() {
    values.map().put("proxies", "  a:1 \r\n\r\n b ");
    values.map().put("retryCauses", "27;34, 38  x");

    assertThat(values.body(NAP).get("proxies")).hasToString("[\"a:1\",\"b\"]");
    assertThat(values.body(NAP).get("retryCauses")).hasToString("[27,34,38,\"x\"]");
  }

  @Test
  void anEmptiedListIsEmptyAndNotTheDefault() {
    values.map().put("retryCauses", "");

    assertThat(values.body(NAP).get("retryCauses")).hasToString("[]");
  }

  @Test
  void severalChoicesComeAsListOrArray() {
    values.show(sample, Json.parse("{\"modes\": [\"BRIDGE\", \"BYPASS\"]}"));
    assertThat(values.body(sample).get("modes")).hasToString("[\"BRIDGE\",\"BYPASS\"]");

    values.map().put("modes", new Object[] {"BYPASS"});
    assertThat(values.body(sample).get("modes")).hasToString("[\"BYPASS\"]");
  }

  @Test
  void aSecretIsNeverShownAndSentOnlyWhenGivenOrTakenAway() {
    values.show(sample, Json.parse("{\"password\": \"" + Secret.MASK + "\"}"));
    assertThat(values.map()).containsEntry("password", "");
    assertThat(values.body(sample)).doesNotContainKey("password");

    values.map().put("password", "new");
    assertThat(values.body(sample)).containsEntry("password", Json.value("new"));

    values.map().put("password_none", true);
    assertThat(values.body(sample)).containsEntry("password", Json.value(""));
  }

  @Test
  void lineBreaksOfAPrivateKeyStay() {
    values.map().put("key", "-----BEGIN\r\nAAAA\r\n-----END\r\n");

    assertThat(values.body(sample))
        .containsEntry("key", Json.value("-----BEGIN\r\nAAAA\r\n-----END"));
  }

  @Test
  void blanksOfALongTextStayAndLineBreaksGo() {
    values.map().put("text", " a\r\n;b\t");

    assertThat(values.body(sample)).containsEntry("text", Json.value(" a;b\t"));
  }
}
