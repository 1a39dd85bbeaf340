package org.comuta.description;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.comuta.nap.Nap;
import org.comuta.routing.Route;

class ObjectDescriptionPropertyTest {
  private static final List<ObjectDescription<?>> DESCRIPTIONS =
      List.of(ObjectDescription.of(Nap.class), ObjectDescription.of(Route.class));

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  void anyJsonBecomesAnObjectOrProblemsThatNameFields(@ForAll("objects") JsonObject json) {
    for (ObjectDescription<?> description : DESCRIPTIONS) {
      check(description, json);
    }
  }

  private static <T> void check(ObjectDescription<T> description, JsonObject json) {
    Parsed<T> parsed = description.parse(json);

    T object = parsed.object();
    assertThat(object == null).isEqualTo(!parsed.problems().isEmpty());
    assertThat(parsed.problems())
        .allSatisfy(
            problem -> {
              assertThat(problem.field()).isNotEmpty();
              assertThat(problem.message()).contains(problem.field());
              assertThat(problem.message().length()).isLessThan(400);
            });
    if (object != null) {
      assertThat(description.parse(description.toJson(object)).object()).isEqualTo(object);
    }
  }

  @Provide
  Arbitrary<JsonObject> objects() {
    Arbitrary<String> names =
        Arbitraries.of(
                DESCRIPTIONS.stream()
                    .flatMap(description -> description.fields().stream())
                    .map(FieldDescription::name)
                    .toList())
            .injectDuplicates(0.2);
    Arbitrary<String> keys = Arbitraries.frequencyOf(tuple(9, names), tuple(1, texts()));
    return Arbitraries.maps(keys, values(2))
        .ofMaxSize(20)
        .map(ObjectDescriptionPropertyTest::build);
  }

  private static JsonObject build(Map<String, JsonValue> fields) {
    JsonObjectBuilder builder = Json.object();
    fields.forEach(builder::add);
    return builder.build();
  }

  private static Arbitrary<JsonValue> values(int depth) {
    Arbitrary<JsonValue> plain =
        Arbitraries.oneOf(
            Arbitraries.of(JsonValue.TRUE, JsonValue.FALSE, JsonValue.NULL),
            texts().map(Json::value),
            Arbitraries.longs().map(Json::value),
            Arbitraries.integers().between(-1, 200).map(Json::value),
            Arbitraries.bigDecimals()
                .between(new BigDecimal("-1e20"), new BigDecimal("1e20"))
                .map(number -> Json.parse("{\"n\":" + number + "}").get("n")));
    if (depth == 0) {
      return plain;
    }
    Arbitrary<JsonValue> lists =
        values(depth - 1)
            .list()
            .ofMaxSize(20)
            .map(
                list -> {
                  var array = Json.array();
                  list.forEach(array::add);
                  return array.build();
                });
    Arbitrary<JsonValue> objects =
        Arbitraries.maps(texts(), values(depth - 1))
            .ofMaxSize(3)
            .map(ObjectDescriptionPropertyTest::build);
    return Arbitraries.frequencyOf(tuple(8, plain), tuple(2, lists), tuple(1, objects));
  }

  private static Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(30),
        Arbitraries.strings().withChars("^$.*+?()[]{}|\\/0123456789-,:a").ofMaxLength(20),
        Arbitraries.of(
            "lab", "SIP", "tcp", "192.0.2.1", "[2001:db8::1]:5060", "::", "a.b", "^48[0-9]{8}$"),
        Arbitraries.strings().alpha().ofLength(300));
  }

  private static <T> net.jqwik.api.Tuple.Tuple2<Integer, T> tuple(int weight, T value) {
    return net.jqwik.api.Tuple.of(weight, value);
  }
}
