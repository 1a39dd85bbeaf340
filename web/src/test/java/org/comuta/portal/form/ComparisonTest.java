package org.comuta.portal.form;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.Locale;
import org.comuta.configuration.Kinds;
import org.comuta.description.Described;
import org.comuta.description.Field;
import org.comuta.description.FieldDescription;
import org.comuta.description.Json;
import org.comuta.description.ObjectDescription;
import org.comuta.description.Syntax;
import org.comuta.secret.Secret;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static final Comparison NAPS =
      new Comparison(Kinds.catalogue().kind("nap").orElseThrow().description(), Locale.ENGLISH);

  private static JsonObject nap(String more) {
    return Json.parse("{\"domain\": \"192.0.2.1\", \"maxCalls\": 10" + more + "}");
  }

  @Test
  void whatIsLeftEmptyIsTheDefaultAndNoChange() {
    assertThat(NAPS.mine(nap(", \"port\": 5060"), nap(""))).isEmpty();
    assertThat(NAPS.mine(nap(", \"port\": 5060"), nap(", \"port\": 5070")))
        .extracting(FieldDescription::name)
        .containsExactly("port");
  }

  @Test
  void aFieldThatBothChangedIsMarkedUnlessBothSayTheSame() {
    JsonObject before = nap(", \"port\": 1, \"description\": \"a\", \"portInTo\": true");
    JsonObject theirs = nap(", \"port\": 2, \"description\": \"b\", \"portInTo\": false");
    JsonObject mine = nap(", \"port\": 3, \"description\": \"b\", \"portInTo\": true");

    assertThat(NAPS.changes(before, theirs, mine))
        .containsExactly(
            new Overtaken.FieldChange("Description", "a", "b", "b", false),
            new Overtaken.FieldChange("Port", "1", "2", "3", true),
            new Overtaken.FieldChange("Port in the To header", "Yes", "No", "Yes", false));
  }

  /** A kind with a secret. */
  @Described(kind = "account", path = "accounts")
  public record Account(
      @Field(required = true, syntax = Syntax.NAME) String name, @Field Secret password) {}

  @Test
  void aSecretIsMineOnlyWhenItWasTyped() {
    Comparison accounts = new Comparison(ObjectDescription.of(Account.class), Locale.ENGLISH);
    JsonObject before = Json.parse("{\"name\": \"a\", \"password\": \"" + Secret.MASK + "\"}");

    assertThat(accounts.mine(before, Json.parse("{\"name\": \"a\"}"))).isEmpty();
    assertThat(accounts.mine(before, Json.parse("{\"name\": \"a\", \"password\": \"x\"}")))
        .extracting(FieldDescription::name)
        .containsExactly("password");
  }
}
