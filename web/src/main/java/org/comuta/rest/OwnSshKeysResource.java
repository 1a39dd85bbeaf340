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
import org.comuta.identity.Right;
import org.comuta.identity.Rights;

/** The keys that the one who asks signs in with over SSH. */
@Path("account/ssh-keys")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Requires(Right.OWN_ACCOUNT)
public class OwnSshKeysResource {
  @Inject private SshKeyRequests keys;
  @Inject private Caller caller;
  @Context private UriInfo request;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public OwnSshKeysResource() {}

  @GET
  public JsonObject list() {
    return keys.list(caller.name(), request);
  }

  /** Adds one: everybody may give oneself what one has. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response add(JsonObject body) {
    return keys.add(caller.name(), body, Rights.ALL, request);
  }

  @DELETE
  @Path("{id}")
  public Response remove(@PathParam("id") String id) {
    return keys.remove(caller.name(), id, Rights.ALL, request);
  }
}
