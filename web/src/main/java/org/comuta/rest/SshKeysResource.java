package org.comuta.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.comuta.identity.IdentityBean;
import org.comuta.identity.Right;

/** The keys that a user signs in with over SSH, for administrators. */
@Path("users/{name}/ssh-keys")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Requires(Right.SEE_ADMINISTRATION)
public class SshKeysResource {
  @Inject private SshKeyRequests keys;
  @Inject private IdentityBean identity;
  @Inject private Caller caller;
  @Context private UriInfo request;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public SshKeysResource() {}

  @GET
  public JsonObject list(@PathParam("name") String name) {
    if (identity.user(name) == null) {
      throw ApiProblem.notFound("user", name);
    }
    return keys.list(name, request);
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(Right.ADMINISTER)
  public Response add(@PathParam("name") String name, JsonObject body) {
    return keys.add(name, body, caller.rights(), request);
  }

  @DELETE
  @Path("{id}")
  @Requires(Right.ADMINISTER)
  public Response remove(@PathParam("name") String name, @PathParam("id") String id) {
    return keys.remove(name, id, caller.rights(), request);
  }
}
