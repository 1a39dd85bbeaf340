package org.comuta.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import java.util.List;
import java.util.Set;
import org.comuta.configuration.Change;
import org.comuta.configuration.ConfigurationBean;
import org.comuta.configuration.Edit;
import org.comuta.configuration.Listing;
import org.comuta.configuration.ObjectQuery;
import org.comuta.configuration.Saved;
import org.comuta.configuration.StaleObjectException;
import org.comuta.configuration.StoredObject;
import org.comuta.description.Catalogue;
import org.comuta.description.FieldDescription;
import org.comuta.description.ObjectDescription;
import org.comuta.description.Problem;
import org.comuta.identity.Right;
import org.comuta.operation.ConfigurationOperations;
import org.jspecify.annotations.Nullable;

/**
 * Every kind of configuration object, by the word of its path: what was saved last. It takes effect
 * when it is applied.
 */
@Path("{path}")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Requires(Right.READ)
public class ObjectsResource {
  private static final Set<String> EDIT_PARAMETERS = Set.of("comment");

  @Inject private Catalogue catalogue;
  @Inject private ConfigurationBean configuration;
  @Inject private ConfigurationOperations operations;
  @Inject private Caller caller;
  @Context private UriInfo request;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public ObjectsResource() {}

  @GET
  public JsonObject list(@PathParam("path") String path) {
    ObjectDescription<?> description = description(path);
    List<String> fields = description.fields().stream().map(FieldDescription::name).toList();
    ListQuery query = ListQuery.from(request, fields);
    Listing<StoredObject> found =
        configuration.list(
            description.kind(), new ObjectQuery(query.filters(), query.offset(), query.size()));
    return Page.of(found.items().stream().map(StoredObject::body).toList(), found.total(), query);
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
      return save(kind, name.getString(), body, edit(comment).expecting(0), path);
    } catch (StaleObjectException exists) {
      throw ApiProblem.conflict("exists", String.valueOf(exists.getMessage()));
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

  private Edit edit(@Nullable String comment) {
    ListQuery.only(request, EDIT_PARAMETERS);
    Edit edit = Edit.by(caller.editor());
    return comment == null ? edit : edit.because(comment);
  }

  private Edit edit(
      @Nullable String comment, @Nullable String ifMatch, @Nullable String ifNoneMatch) {
    Edit edit = edit(comment);
    if (ifNoneMatch != null) {
      if (!ifNoneMatch.equals("*")) {
        throw ApiProblem.badRequest("header", "If-None-Match may only be *: it must not exist.");
      }
      return edit.expecting(0);
    }
    if (ifMatch == null || ifMatch.equals("*")) {
      return edit;
    }
    if (!ifMatch.matches("\"[0-9]{1,18}\"")) {
      throw ApiProblem.badRequest("header", "If-Match must be the ETag of the object.");
    }
    return edit.expecting(Long.parseLong(ifMatch.substring(1, ifMatch.length() - 1)));
  }
}
