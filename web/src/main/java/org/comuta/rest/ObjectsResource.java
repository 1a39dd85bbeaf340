package org.comuta.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import org.comuta.configuration.Change;
import org.comuta.configuration.ConfigurationBean;
import org.comuta.configuration.Edit;
import org.comuta.configuration.Imported;
import org.comuta.configuration.Listing;
import org.comuta.configuration.ObjectQuery;
import org.comuta.configuration.PastChange;
import org.comuta.configuration.Saved;
import org.comuta.configuration.StaleObjectException;
import org.comuta.configuration.StoredObject;
import org.comuta.description.Catalogue;
import org.comuta.description.FieldDescription;
import org.comuta.description.ObjectDescription;
import org.comuta.description.Problem;
import org.comuta.identity.Right;
import org.comuta.listing.Selection;
import org.comuta.operation.ConfigurationOperations;
import org.comuta.provisioning.CsvFile;
import org.comuta.provisioning.FileException;
import org.comuta.provisioning.FileReading;
import org.comuta.rest.ConfigurationViews.ImportView;
import org.comuta.rest.ConfigurationViews.PastChangeView;
import org.jspecify.annotations.Nullable;

/**
 * Every kind of configuration object, by the word of its path: what was saved last. It takes effect
 * when it is applied.
 */
@Path("{path}")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Requires(Right.SEE_CONFIGURATION)
public class ObjectsResource {
  static final String CSV = "text/csv";
  private static final Set<String> EDIT_PARAMETERS = Set.of("comment");
  static final Set<String> USER_FILTERS = Set.of("kind", "name", "field");

  @Inject private Catalogue catalogue;
  @Inject private ConfigurationBean configuration;
  @Inject private ConfigurationOperations operations;
  @Inject private Caller caller;
  @Inject private OneAtATime files;
  @Context private UriInfo request;
  @Context private HttpHeaders headers;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public ObjectsResource() {}

  /** A page of the objects; as comma-separated values, all that are asked for. */
  @GET
  @Produces({MediaType.APPLICATION_JSON, CSV + ";qs=0.5"})
  public Response list(@PathParam("path") String path) {
    ObjectDescription<?> description = description(path);
    List<String> fields = description.fields().stream().map(FieldDescription::name).toList();
    if (CsvRequest.isOne(request, headers)) {
      CsvRequest csv = CsvRequest.from(request, fields, SortFields.of(description));
      List<StoredObject> all =
          configuration
              .list(description.kind(), new ObjectQuery(csv.selection(), 0, Integer.MAX_VALUE))
              .items();
      return csv.answer(description, all);
    }
    ListQuery query = ListQuery.sorted(request, fields, SortFields.of(description));
    Selection selection = Selection.equal(query.conditions()).in(query.order());
    Listing<StoredObject> found =
        configuration.list(
            description.kind(), new ObjectQuery(selection, query.offset(), query.size()));
    return Response.ok(
            Page.of(found.items().stream().map(StoredObject::body).toList(), found.total(), query))
        .type(MediaType.APPLICATION_JSON)
        .build();
  }

  @GET
  @Path("{name}")
  public Response get(@PathParam("path") String path, @PathParam("name") String name) {
    ListQuery.only(request, Set.of());
    StoredObject object = configuration.get(kind(path), name);
    return Response.ok(object.body()).tag(String.valueOf(object.revision())).build();
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(Right.CONFIGURE)
  public Response create(
      @PathParam("path") String path, JsonObject body, @QueryParam("comment") String comment) {
    String kind = kind(path);
    if (!(body.get("name") instanceof JsonString name) || name.getString().isEmpty()) {
      throw ApiProblem.invalid(
          List.of(new Problem("name", "required", "name is required, as a text.")));
    }
    try {
      return save(kind, name.getString(), body, edit(comment, null, "*"), path);
    } catch (StaleObjectException exists) {
      throw ApiProblem.conflict("exists", String.valueOf(exists.getMessage()));
    }
  }

  /** {@code import}: objects of this kind as comma-separated values, as one revision or not. */
  @POST
  @Path("{name}")
  @Consumes(CSV)
  @Requires(Right.CONFIGURE)
  public JsonObject importCsv(
      @PathParam("path") String path,
      @PathParam("name") String name,
      InputStream body,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    ObjectDescription<?> description = description(path);
    // An object may be called so too; this way it can still be read and changed.
    if (!name.equals("import")) {
      throw new NotAllowedException(
          Response.status(Response.Status.METHOD_NOT_ALLOWED)
              .allow(HttpMethod.GET, HttpMethod.PUT, HttpMethod.DELETE)
              .build());
    }
    ImportParameters parameters = ImportParameters.from(request);
    Edit edit = EditRequest.read(caller.editor(), parameters.comment(), ifMatch, null);
    return files.run(() -> read(description, body, parameters, edit));
  }

  private JsonObject read(
      ObjectDescription<?> description, InputStream body, ImportParameters parameters, Edit edit) {
    try {
      FileReading file = CsvFile.read(description, FileBody.text(body));
      Imported imported = operations.importing(parameters.request(file), edit);
      return JsonViews.object(ImportView.of(imported, parameters.dryRun(), parameters.page()));
    } catch (FileException malformed) {
      throw FileBody.malformed(malformed);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  @PUT
  @Path("{name}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(Right.CONFIGURE)
  public Response put(
      @PathParam("path") String path,
      @PathParam("name") String name,
      JsonObject body,
      @QueryParam("comment") String comment,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
    return save(kind(path), name, body, edit(comment, ifMatch, ifNoneMatch), path);
  }

  @DELETE
  @Path("{name}")
  @Requires(Right.CONFIGURE)
  public Response delete(
      @PathParam("path") String path,
      @PathParam("name") String name,
      @QueryParam("comment") String comment,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    operations.delete(kind(path), name, edit(comment, ifMatch, null));
    return Response.noContent().build();
  }

  /** Who names this object, so that it cannot be deleted. */
  @GET
  @Path("{name}/users")
  public JsonObject users(@PathParam("path") String path, @PathParam("name") String name) {
    ListQuery query = ListQuery.from(request, USER_FILTERS);
    List<JsonObject> users =
        configuration.users(kind(path), name).stream()
            .map(JsonViews::object)
            .filter(user -> FieldFilter.matches(user, query.filters()))
            .toList();
    return Page.cut(users, query);
  }

  /** What became of this object, the last change first, also after its end. */
  @GET
  @Path("{name}/history")
  public JsonObject history(@PathParam("path") String path, @PathParam("name") String name) {
    ListQuery query = ListQuery.from(request, Set.of());
    Listing<PastChange> found =
        configuration.history(kind(path), name, query.offset(), query.size());
    List<JsonObject> changes =
        found.items().stream().map(PastChangeView::of).map(JsonViews::object).toList();
    return Page.of(changes, found.total(), query);
  }

  private Response save(String kind, String name, JsonObject body, Edit edit, String path) {
    Saved saved = operations.put(kind, name, body, edit);
    Response.ResponseBuilder response =
        saved.change() == Change.CREATED
            ? Response.created(
                request.getBaseUriBuilder().path(path).path(saved.object().name()).build())
            : Response.ok();
    return response
        .tag(String.valueOf(saved.object().revision()))
        .entity(saved.object().body())
        .build();
  }

  private ObjectDescription<?> description(String path) {
    return catalogue
        .path(path)
        .orElseThrow(() -> ApiProblem.notFound("There is nothing at this path."))
        .description();
  }

  private String kind(String path) {
    return description(path).kind();
  }

  private Edit edit(
      @Nullable String comment, @Nullable String ifMatch, @Nullable String ifNoneMatch) {
    ListQuery.only(request, EDIT_PARAMETERS);
    return EditRequest.read(caller.editor(), comment, ifMatch, ifNoneMatch);
  }
}
