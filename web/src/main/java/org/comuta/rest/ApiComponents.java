package org.comuta.rest;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jspecify.annotations.Nullable;

/** What many operations of the OpenAPI document have in common. */
final class ApiComponents {
  private static final String PROBLEM = "Problem";

  private ApiComponents() {}

  static void addTo(OpenAPI api) {
    api.setInfo(
        OASFactory.createInfo()
            .title("Comuta")
            .version("1")
            .description(
                "Changes of configuration objects take effect with POST configuration/apply."
                    + " Errors are RFC 9457 problems.")
            .license(
                OASFactory.createLicense()
                    .name("AGPL-3.0-or-later")
                    .identifier("AGPL-3.0-or-later")));
    api.setExternalDocs(null);
    api.setComponents(
        OASFactory.createComponents()
            .addSchema(PROBLEM, problem())
            .addSecurityScheme(
                "basic",
                OASFactory.createSecurityScheme().type(SecurityScheme.Type.HTTP).scheme("basic"))
            .addSecurityScheme(
                "bearer",
                OASFactory.createSecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer")));
    api.setSecurity(
        List.of(
            OASFactory.createSecurityRequirement().addScheme("basic"),
            OASFactory.createSecurityRequirement().addScheme("bearer")));
  }

  private static Schema problem() {
    Schema error =
        object()
            .addProperty("field", text("The field at fault; empty for the whole object."))
            .addProperty("code", text("Stable word for programs."))
            .addProperty("message", text("One sentence for people."));
    return object()
        .description("What could not be done, RFC 9457.")
        .addProperty("type", text("urn:comuta:problem: and a stable word."))
        .addProperty("title", text("What kind of problem it is."))
        .addProperty("status", OASFactory.createSchema().addType(SchemaType.INTEGER))
        .addProperty("detail", text("What is wrong."))
        .addProperty("errors", OASFactory.createSchema().addType(SchemaType.ARRAY).items(error))
        .required(List.of("type", "title", "status", "detail"));
  }

  /** A page of items. */
  static Schema page(Schema item) {
    return object()
        .addProperty("items", OASFactory.createSchema().addType(SchemaType.ARRAY).items(item))
        .addProperty("total", OASFactory.createSchema().addType(SchemaType.INTEGER))
        .addProperty("page", OASFactory.createSchema().addType(SchemaType.INTEGER))
        .addProperty("size", OASFactory.createSchema().addType(SchemaType.INTEGER))
        .required(List.of("items", "total", "page", "size"));
  }

  static APIResponses answers(int status, Schema schema) {
    return withProblems(
        OASFactory.createAPIResponses()
            .addAPIResponse(
                String.valueOf(status), answer(status == 201 ? "Created" : "Done", schema)));
  }

  /** A file of this type. */
  static APIResponses octets(String mediaType) {
    Schema file = OASFactory.createSchema().addType(SchemaType.STRING).format("binary");
    return done(file, mediaType);
  }

  static APIResponse answer(String description, Schema schema) {
    return OASFactory.createAPIResponse()
        .description(description)
        .content(content("application/json", schema));
  }

  /** A text of this type. */
  static APIResponses textAnswer(String mediaType) {
    return done(text(), mediaType);
  }

  /** Any object, in whichever of these types was asked for. */
  static APIResponses anyObject(String... mediaTypes) {
    return done(OASFactory.createSchema().addType(SchemaType.OBJECT), mediaTypes);
  }

  private static APIResponses done(Schema schema, String... mediaTypes) {
    Content content = OASFactory.createContent();
    for (String mediaType : mediaTypes) {
      content.addMediaType(mediaType, OASFactory.createMediaType().schema(schema));
    }
    return withProblems(
        OASFactory.createAPIResponses()
            .addAPIResponse(
                "200", OASFactory.createAPIResponse().description("Done").content(content)));
  }

  /** Done, and nothing to tell. */
  static APIResponses nothing() {
    return withProblems(
        OASFactory.createAPIResponses()
            .addAPIResponse("204", OASFactory.createAPIResponse().description("Done")));
  }

  /** The same, and that everything else is a problem. */
  static APIResponses withProblems(APIResponses responses) {
    return responses.addAPIResponse(
        "default",
        OASFactory.createAPIResponse()
            .description("A problem")
            .content(content(ApiProblem.MEDIA_TYPE, ApiSchemas.reference(PROBLEM))));
  }

  static RequestBody body(Schema schema) {
    return OASFactory.createRequestBody()
        .required(true)
        .content(content("application/json", schema));
  }

  /** A body that is a text of one of these types. */
  static RequestBody file(String... mediaTypes) {
    Content content = OASFactory.createContent();
    for (String type : mediaTypes) {
      content.addMediaType(type, OASFactory.createMediaType().schema(text()));
    }
    return OASFactory.createRequestBody().required(true).content(content);
  }

  /** The answer is also there as a text of this type. */
  static void alsoAs(Operation operation, String mediaType) {
    operation
        .getResponses()
        .getAPIResponse("200")
        .getContent()
        .addMediaType(mediaType, OASFactory.createMediaType().schema(text()));
  }

  static Parameter choice(String name, String description, String... words) {
    Schema schema = text();
    for (String word : words) {
      schema.addEnumeration(word);
    }
    return query(name, description).schema(schema);
  }

  static Parameter truth(String name, String description) {
    return query(name, description)
        .schema(OASFactory.createSchema().addType(SchemaType.BOOLEAN).defaultValue(false));
  }

  /** A parameter that is any text. */
  static Parameter text(String name, String description) {
    return query(name, description).schema(text());
  }

  /** A parameter that is a moment. */
  static Parameter moment(String name, String description) {
    return query(name, description).schema(text().format("date-time"));
  }

  private static Schema text() {
    return OASFactory.createSchema().addType(SchemaType.STRING);
  }

  private static Content content(String mediaType, Schema schema) {
    return OASFactory.createContent()
        .addMediaType(mediaType, OASFactory.createMediaType().schema(schema));
  }

  private static Parameter pageParameter() {
    return number("page", "Which page, from 0.", 0, null, 0);
  }

  private static Parameter sizeParameter() {
    return number(
        "size", "Most items of a page.", 1, ListQuery.LARGEST_SIZE, ListQuery.DEFAULT_SIZE);
  }

  private static Parameter number(
      String name, String description, int least, @Nullable Integer most, int otherwise) {
    Schema schema =
        OASFactory.createSchema()
            .addType(SchemaType.INTEGER)
            .minimum(BigDecimal.valueOf(least))
            .defaultValue(otherwise);
    if (most != null) {
      schema.maximum(BigDecimal.valueOf(most));
    }
    return query(name, description).schema(schema);
  }

  /** Page, size, and these filters. */
  static List<Parameter> listParameters(Collection<String> filters) {
    List<Parameter> parameters = new ArrayList<>();
    parameters.add(pageParameter());
    parameters.add(sizeParameter());
    new TreeSet<>(filters).forEach(name -> parameters.add(filter(name)));
    return parameters;
  }

  /** Page, size, these filters, and an order by one of these fields. */
  static List<Parameter> listParameters(Collection<String> filters, Collection<String> sortable) {
    List<Parameter> parameters = listParameters(filters);
    Schema schema = OASFactory.createSchema().addType(SchemaType.STRING);
    for (String field : new TreeSet<>(sortable)) {
      schema.addEnumeration(field);
      schema.addEnumeration("-" + field);
    }
    parameters.add(
        query(ListQuery.SORT, "In order of this field; with a minus, the largest first.")
            .schema(schema));
    return parameters;
  }

  private static Parameter filter(String name) {
    return query(name, "Only those with this value.")
        .schema(OASFactory.createSchema().addType(SchemaType.STRING));
  }

  /** A text in the query. */
  static Parameter word(String name, String description) {
    return query(name, description).schema(OASFactory.createSchema().addType(SchemaType.STRING));
  }

  static Parameter comment() {
    return query("comment", "Why, for the list of revisions.")
        .schema(
            OASFactory.createSchema()
                .addType(SchemaType.STRING)
                .maxLength(EditRequest.LONGEST_COMMENT));
  }

  static Parameter ifMatch() {
    return header("If-Match", "ETag of the object as it was read; 412 when it was changed since.");
  }

  static Parameter ifNoneMatch() {
    return header("If-None-Match", "* to create only; 412 when there is one already.");
  }

  static Parameter header(String name, String description) {
    return OASFactory.createParameter()
        .name(name)
        .in(Parameter.In.HEADER)
        .description(description)
        .schema(OASFactory.createSchema().addType(SchemaType.STRING));
  }

  static Parameter name() {
    return OASFactory.createParameter()
        .name("name")
        .in(Parameter.In.PATH)
        .required(true)
        .schema(OASFactory.createSchema().addType(SchemaType.STRING));
  }

  static Parameter query(String name, String description) {
    return OASFactory.createParameter().name(name).in(Parameter.In.QUERY).description(description);
  }

  private static Schema object() {
    return OASFactory.createSchema().addType(SchemaType.OBJECT);
  }

  private static Schema text(String description) {
    return OASFactory.createSchema().addType(SchemaType.STRING).description(description);
  }
}
