package org.comuta.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import org.comuta.identity.DirectoryBean;
import org.comuta.identity.Right;

/** Tries a user and a password in a directory, and tells every step. Nobody is signed in by it. */
@Path("directories/{name}/test")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Requires(Right.ADMINISTER)
public class DirectoryTrialResource {
  @Inject private DirectoryBean directories;
  @Inject private Caller caller;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public DirectoryTrialResource() {}

  /** Says what came of it; that the password is wrong is such an answer, too. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonObject attempt(@PathParam("name") String name, JsonObject body) {
    BodyFields fields = new BodyFields(body, Set.of("userName", "password"));
    String userName = fields.text("userName");
    String password = fields.text("password");
    fields.refuse();
    return JsonViews.object(directories.attempt(name, null, userName, password, caller.actor()));
  }
}
