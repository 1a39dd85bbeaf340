package org.comuta.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.comuta.event.EventSchema;
import org.comuta.identity.Right;

/** The form of events, as JSON Schema. */
@Path("events/schema")
@RequestScoped
@Requires({Right.SEE_MONITORING, Right.SEE_CONFIGURATION, Right.SEE_ADMINISTRATION})
public class EventSchemaResource {
  @GET
  @Produces({"application/schema+json", "application/json"})
  public String schema() {
    return EventSchema.text();
  }
}
