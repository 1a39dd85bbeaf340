package org.comuta.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.comuta.description.Problem;
import org.comuta.identity.Right;
import org.comuta.logging.LogSettings;
import org.comuta.logging.LogSettingsJson;
import org.comuta.logging.LoggingBean;
import org.comuta.logging.TraceSwitch;
import org.comuta.logging.line.LogComponent;
import org.comuta.logging.syslog.SyslogTarget;
import org.jspecify.annotations.Nullable;

/** How the exchange logs: immediate and audited, not part of the configuration. */
@Path("log-settings")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Requires(Right.SEE_DIAGNOSTICS)
public class LogSettingsResource {
  static final Set<String> FILTERS = Set.of();
  static final int USUAL_MINUTES = 15;

  /**
   * The settings, for their description.
   *
   * @param levels level by component
   */
  record SettingsView(
      JsonObject levels,
      List<LogComponent> neverTraced,
      int rotateMegabytes,
      int keepMegabytes,
      int keepDays,
      List<SyslogTarget> syslog) {}

  /**
   * The trace that goes on.
   *
   * @param components none when there is none
   * @param until null when there is none
   */
  record TraceView(boolean on, List<LogComponent> components, @Nullable Instant until) {}

  /** A trace that is to begin, in place of one that goes on. */
  record TraceBody(List<LogComponent> components, int minutes) {}

  /**
   * Whether a test message got away.
   *
   * @param problem empty when it did
   */
  record TestView(boolean sent, String problem) {}

  @Inject private LoggingBean logging;
  @Inject private Caller caller;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public LogSettingsResource() {}

  @GET
  public JsonObject get(@Context UriInfo request) {
    ListQuery.only(request, Set.of());
    return LogSettingsJson.write(logging.settings());
  }

  /** Replaces the settings; what is not given becomes what is shipped. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(Right.DIAGNOSE)
  public JsonObject put(JsonObject body) {
    LogSettingsJson.Read<LogSettings> read = LogSettingsJson.read(body);
    refuse(read.problems());
    refuse(logging.save(read.value(), caller.actor()));
    return LogSettingsJson.write(logging.settings());
  }

  @GET
  @Path("trace")
  public JsonObject trace(@Context UriInfo request) {
    ListQuery.only(request, Set.of());
    return view(logging.trace());
  }

  /** Begins a trace; without components, of SIP messages and orders to the media engine. */
  @PUT
  @Path("trace")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(Right.DIAGNOSE)
  public JsonObject startTrace(JsonObject body) {
    BodyFields fields = new BodyFields(body, Set.of("components", "minutes"));
    Set<LogComponent> components = fields.choices("components", LogComponent.class);
    long minutes = fields.number("minutes", 1, TraceSwitch.MOST_MINUTES, (long) USUAL_MINUTES);
    fields.refuse();
    refuse(
        logging.startTrace(
            components.isEmpty() ? LogComponent.MESSAGES : components, minutes, caller.actor()));
    return view(logging.trace());
  }

  /** Ends the trace before its time. */
  @DELETE
  @Path("trace")
  @Requires(Right.DIAGNOSE)
  public void stopTrace() {
    logging.stopTrace(caller.actor());
  }

  /** How it goes with each syslog server that is enabled. */
  @GET
  @Path("syslog")
  public JsonObject syslog(@Context UriInfo request) {
    ListQuery list = ListQuery.from(request, FILTERS);
    return Page.cut(logging.syslog().stream().map(JsonViews::object).toList(), list);
  }

  /** Sends a test message to a syslog server, saved or not. */
  @POST
  @Path("syslog/test")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(Right.DIAGNOSE)
  public JsonObject test(JsonObject body) {
    LogSettingsJson.Read<SyslogTarget> read = LogSettingsJson.readTarget(body);
    refuse(read.problems());
    String problem = logging.test(read.value(), caller.actor());
    return JsonViews.object(new TestView(problem == null, problem == null ? "" : problem));
  }

  private static JsonObject view(TraceSwitch trace) {
    boolean on = !trace.components().isEmpty();
    return JsonViews.object(
        new TraceView(on, List.copyOf(trace.components()), on ? trace.until() : null));
  }

  private static void refuse(List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw ApiProblem.invalid(problems);
    }
  }
}
