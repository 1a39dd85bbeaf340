package org.comuta.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import org.comuta.identity.Right;
import org.comuta.preference.PreferenceBean;
import org.comuta.preference.Preferences;
import org.comuta.preference.Theme;

/** What belongs to the one who asks: immediate, and nobody else's business. */
@Path("me")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Requires(Right.OWN_ACCOUNT)
public class MeResource {
  private static final Set<String> FIELDS = Set.of("language", "timeZone", "theme");

  @Inject private PreferenceBean preferences;
  @Inject private Caller caller;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public MeResource() {}

  @GET
  @Path("preferences")
  public JsonObject preferences() {
    return JsonViews.object(preferences.of(caller.name()).preferences());
  }

  @PUT
  @Path("preferences")
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonObject choose(JsonObject body) {
    BodyFields fields = new BodyFields(body, FIELDS);
    Theme theme = fields.optionalChoice("theme", Theme.class);
    Preferences chosen =
        new Preferences(
            fields.optionalText("language"),
            fields.optionalText("timeZone"),
            theme == null ? Theme.SYSTEM : theme);
    fields.add(chosen.check());
    fields.refuse();
    preferences.save(caller.name(), chosen);
    return preferences();
  }
}
