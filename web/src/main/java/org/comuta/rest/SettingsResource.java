package org.comuta.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;
import org.comuta.configuration.Change;
import org.comuta.configuration.Edit;
import org.comuta.configuration.Saved;
import org.comuta.configuration.StoredObject;
import org.comuta.description.FieldDescription;
import org.comuta.description.ObjectDescription;
import org.comuta.identity.Right;
import org.comuta.identity.SettingBean;
import org.comuta.identity.SettingKinds;
import org.jspecify.annotations.Nullable;

/** Every kind of setting, by the word of its path: immediate and audited, never applied. */
@Path("{path: " + SettingsResource.PATHS + "}")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Requires(Right.SEE_ADMINISTRATION)
public class SettingsResource {
  /** Words of all kinds; a test compares them with the catalogue. */
  static final String PATHS = "directories|identity-providers";

  @Inject private SettingBean settings;
  @Inject private Caller caller;
  @Context private UriInfo request;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public SettingsResource() {}

  @GET
  public JsonObject list(@PathParam("path") String path) {
    ObjectDescription<?> description = description(path);
    List<String> fields = description.fields().stream().map(FieldDescription::name).toList();
    ListQuery query = ListQuery.from(request, fields);
    List<JsonObject> found =
        settings.list(description.kind()).stream()
            .map(StoredObject::body)
            .filter(body -> FieldFilter.matches(body, query.filters()))
            .toList();
    return Page.cut(found, query);
  }

  @GET
  @Path("{name}")
  public Response get(@PathParam("path") String path, @PathParam("name") String name) {
    ListQuery.only(request, Set.of());
    StoredObject found = settings.get(description(path).kind(), name);
    return Response.ok(found.body()).tag(String.valueOf(found.revision())).build();
  }

  /** Creates or replaces one; it counts at once. */
  @PUT
  @Path("{name}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(Right.ADMINISTER)
  public Response put(
      @PathParam("path") String path,
      @PathParam("name") String name,
      JsonObject body,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
    Saved saved = settings.put(description(path).kind(), name, body, edit(ifMatch, ifNoneMatch));
    Response.ResponseBuilder response =
        saved.change() == Change.CREATED
            ? Response.created(request.getAbsolutePath())
            : Response.ok();
    return response
        .tag(String.valueOf(saved.object().revision()))
        .entity(saved.object().body())
        .build();
  }

  @DELETE
  @Path("{name}")
  @Requires(Right.ADMINISTER)
  public Response delete(
      @PathParam("path") String path,
      @PathParam("name") String name,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    settings.delete(description(path).kind(), name, edit(ifMatch, null));
    return Response.noContent().build();
  }

  private static ObjectDescription<?> description(String path) {
    return SettingKinds.catalogue()
        .path(path)
        .orElseThrow(() -> ApiProblem.notFound("There is nothing at this path."))
        .description();
  }

  private Edit edit(@Nullable String ifMatch, @Nullable String ifNoneMatch) {
    ListQuery.only(request, Set.of());
    return EditRequest.read(caller.editor(), null, ifMatch, ifNoneMatch);
  }
}
