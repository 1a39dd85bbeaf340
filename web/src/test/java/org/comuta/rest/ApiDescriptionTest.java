package org.comuta.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.comuta.call.AttemptRecord;
import org.comuta.call.CallRecord;
import org.comuta.call.Release;
import org.comuta.cause.Failure;
import org.comuta.configuration.Kinds;
import org.comuta.description.Dependency;
import org.comuta.description.Described;
import org.comuta.description.Field;
import org.comuta.description.FieldDescription;
import org.comuta.description.ObjectDescription;
import org.comuta.description.OnlyWhen;
import org.comuta.description.Syntax;
import org.comuta.routing.TraceStep;
import org.comuta.secret.Secret;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ApiDescriptionTest {
  private static final Instant MOMENT = Instant.parse("2026-03-01T12:00:00Z");

  private static OpenAPI described() {
    OpenAPI api = OASFactory.createOpenAPI().paths(OASFactory.createPaths());
    api.getPaths().addPathItem("/api/v1/{path}", OASFactory.createPathItem());
    api.getPaths().addPathItem("/api/v1/{path}/{name}", OASFactory.createPathItem());
    new ApiDescription().filterOpenAPI(api);
    return api;
  }

  static Stream<ObjectDescription<?>> descriptions() {
    return Kinds.catalogue().kinds().stream().map(kind -> kind.description());
  }

  @ParameterizedTest(name = "the schema of {0} says what its description says")
  @MethodSource("descriptions")
  void schemasSayWhatDescriptionsSay(ObjectDescription<?> description) {
    Map<String, Schema> schemas = described().getComponents().getSchemas();
    Schema schema = schemas.get(ApiSchemas.name(description.kind()));
    assertThat(schema).isNotNull();
    if (schema == null) {
      return;
    }
    assertThat(schema.getProperties().keySet())
        .containsExactlyElementsOf(
            description.fields().stream().map(FieldDescription::name).toList());
    for (FieldDescription field : description.fields()) {
      Schema property = schema.getProperties().get(field.name());
      assertThat(property).isNotNull();
      if (property == null) {
        return;
      }
      assertThat(property.getDescription())
          .startsWith(description.help(field, Locale.ENGLISH))
          .isNotBlank();
      assertThat(property.getTitle()).isEqualTo(description.label(field, Locale.ENGLISH));
      assertThat(property.getExtensions().get("x-section")).isEqualTo(field.section().name());
      assertThat(property.getExtensions().containsKey("x-expert")).isEqualTo(field.expert());
      assertThat(property.getExtensions().containsKey("x-only-when"))
          .isEqualTo(!field.onlyWhen().isEmpty());
      Schema value = field.list() ? property.getItems() : property;
      assertThat(value.getType())
          .containsExactly(
              switch (field.type()) {
                case TEXT, CHOICE -> Schema.SchemaType.STRING;
                case BOOLEAN -> Schema.SchemaType.BOOLEAN;
                case NUMBER -> Schema.SchemaType.INTEGER;
              });
      if (!field.choices().isEmpty()) {
        assertThat(value.getEnumeration())
            .extracting(Object::toString)
            .containsExactlyElementsOf(field.choices());
      }
    }
  }

  /** A kind with a secret. */
  @Described(kind = "account", path = "accounts")
  public record Account(
      @Field(required = true, syntax = Syntax.NAME) String name,
      @Field(defaultValue = "false") boolean signsIn,
      @Field(onlyWhen = @OnlyWhen(field = "signsIn", is = "true"), expert = true)
          Secret password) {}

  @Test
  void aSecretAndADependencyAreTold() {
    Schema schema = ApiSchemas.of(ObjectDescription.of(Account.class));
    Schema password = schema.getProperties().get("password");
    assertThat(password).isNotNull();
    if (password == null) {
      return;
    }
    assertThat(password.getFormat()).isEqualTo("password");
    assertThat(password.getExtensions())
        .containsEntry("x-expert", true)
        .containsEntry(
            "x-only-when", List.of(Map.of("field", "signsIn", "values", List.of("true"))));
  }

  @ParameterizedTest(name = "the view of {0} says what its description says")
  @MethodSource("descriptions")
  void viewsSayWhatDescriptionsSay(ObjectDescription<?> description) {
    Locale locale = Locale.forLanguageTag("es");
    JsonObject view = DescriptionView.of(description, locale);
    assertThat(view.getString("label")).isEqualTo(description.label(locale)).isNotBlank();
    assertThat(view.getString("pluralLabel")).isEqualTo(description.pluralLabel(locale));
    List<JsonObject> fields = view.getJsonArray("fields").getValuesAs(JsonObject.class);
    assertThat(fields).hasSameSizeAs(description.fields());
    for (int i = 0; i < fields.size(); i++) {
      FieldDescription field = description.fields().get(i);
      JsonObject shown = fields.get(i);
      assertThat(shown.getString("name")).isEqualTo(field.name());
      assertThat(shown.getString("label")).isEqualTo(description.label(field, locale));
      assertThat(shown.getString("help")).isEqualTo(description.help(field, locale));
      assertThat(shown.getString("section")).isEqualTo(field.section().name());
      assertThat(shown.getString("sectionLabel")).isNotBlank();
      assertThat(shown.getBoolean("required")).isEqualTo(field.required());
      assertThat(shown.getBoolean("secret")).isEqualTo(field.secret());
      assertThat(shown.getBoolean("expert")).isEqualTo(field.expert());
      assertThat(shown.get("default")).isEqualTo(field.defaultValue());
      assertThat(shown.getJsonArray("choices")).hasSameSizeAs(field.choices());
      assertThat(shown.getJsonArray("choiceTexts").getValuesAs(JsonObject.class))
          .extracting(word -> word.getString("value"), word -> word.getString("label"))
          .containsExactlyElementsOf(
              field.choices().stream()
                  .map(word -> tuple(word, description.label(field, word, locale)))
                  .toList());
      assertThat(shown.getJsonArray("onlyWhen").getValuesAs(JsonObject.class))
          .extracting(one -> one.getString("field"))
          .containsExactlyElementsOf(field.onlyWhen().stream().map(Dependency::field).toList());
    }
  }

  @ParameterizedTest(name = "{0} is told of")
  @MethodSource("operations")
  void everyOperationHasASummaryAndItsSchemas(String operation) {
    String[] methodAndPath = operation.split(" ", 2);
    Operation told = OASFactory.createOperation().responses(OASFactory.createAPIResponses());
    PathItem item = OASFactory.createPathItem();
    item.setOperation(PathItem.HttpMethod.valueOf(methodAndPath[0]), told);
    OpenAPI api = OASFactory.createOpenAPI().paths(OASFactory.createPaths());
    api.getPaths().addPathItem("/api/v1/" + methodAndPath[1], item);
    new ApiDescription().filterOpenAPI(api);
    assertThat(told.getSummary()).isNotBlank();
    assertThat(told.getResponses().getAPIResponses()).containsKey("default");
  }

  static Stream<String> operations() {
    return ApiDescription.operations().stream();
  }

  @Test
  void everyKindHasItsPathsAndTheGenericOnesAreGone() {
    Map<String, ?> paths = described().getPaths().getPathItems();
    assertThat(paths)
        .containsKeys(
            descriptions()
                .flatMap(
                    one -> Stream.of("/api/v1/" + one.path(), "/api/v1/" + one.path() + "/{name}"))
                .toArray(String[]::new));
    assertThat(paths).doesNotContainKeys("/api/v1/{path}", "/api/v1/{path}/{name}");
  }

  @Test
  void theSchemaOfARecordSaysWhatARecordShows() {
    Release release = Release.of(Failure.NO_ROUTE);
    CallRecord call =
        new CallRecord(
            "r1",
            "c1",
            3,
            MOMENT,
            null,
            MOMENT,
            MOMENT.plusMillis(2_500),
            "a",
            "192.0.2.1:5060",
            "UDP",
            "1",
            "2",
            "x@y",
            release,
            release,
            List.of(
                new AttemptRecord(
                    1, "r", "b", "1", "22", null, MOMENT, null, MOMENT, MOMENT, release)),
            List.of(new TraceStep("route", "r", TraceStep.Verdict.KEPT, "filter")));
    JsonObject shown = JsonViews.object(CallRecordView.of(call));
    Schema schema = ApiSchemas.of(CallRecordView.class);
    assertThat(shown.keySet()).containsExactlyElementsOf(schema.getProperties().keySet());
    assertThat(shown.getInt("totalSeconds")).isEqualTo(2);
    assertThat(shown.getInt("billableSeconds")).isEqualTo(2);
    assertThat(shown.getInt("billableMillis")).isEqualTo((int) Duration.ofMillis(2_500).toMillis());
    assertThat(shown.getString("startedAt")).isEqualTo("2026-03-01T12:00:00Z");
    assertThat(shown.getString("destinationNap")).isEqualTo("b");
    assertThat(shown.getString("outgoingCalledNumber")).isEqualTo("22");
    assertThat(shown.isNull("ringingAt")).isTrue();
    assertThat(shown.getString("failure")).isEqualTo("NO_ROUTE");
    assertThat(shown.getJsonObject("originRelease").getInt("cause")).isEqualTo(3);
  }
}
