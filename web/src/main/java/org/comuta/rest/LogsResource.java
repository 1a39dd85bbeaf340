package org.comuta.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.comuta.identity.Right;
import org.comuta.logging.LoggingBean;
import org.comuta.logging.file.LogArchive;
import org.comuta.logging.file.LogFile;
import org.comuta.logging.line.LogComponent;
import org.comuta.logging.line.LogLevel;
import org.comuta.logging.line.LogLine;
import org.comuta.logging.line.LogQuery;
import org.comuta.logging.line.RecentLines;

/** The files of the log, and its lines since the start of the server. */
@Path("logs")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Requires(Right.SEE_DIAGNOSTICS)
public class LogsResource {
  static final Set<String> FILTERS = Set.of();
  static final Set<String> ARCHIVE_FILTERS = Set.of("from", "to");
  static final Set<String> TAIL_FILTERS = Set.of("component", "level", "text", "after", "follow");

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(25);

  /** Each holds a thread of the server meanwhile. */
  private static final Semaphore FOLLOWERS = new Semaphore(8);

  /**
   * Some lines.
   *
   * @param items the oldest first
   * @param last to be given as {@code after} for what comes next
   * @param missed whether lines between are left out, or gone already
   */
  record TailView(List<LogLine> items, long last, boolean missed) {}

  @Inject private LoggingBean logging;
  @Inject private Caller caller;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public LogsResource() {}

  /** The files, the one that changed last first. */
  @GET
  public JsonObject list(@Context UriInfo request) throws IOException {
    ListQuery list = ListQuery.from(request, FILTERS);
    return Page.cut(logging.folder().files().stream().map(JsonViews::object).toList(), list);
  }

  /** One file as it is now. */
  @GET
  @Path("{file}")
  @Produces({MediaType.APPLICATION_OCTET_STREAM, MediaType.APPLICATION_JSON})
  public Response download(@PathParam("file") String name, @Context UriInfo request)
      throws IOException {
    ListQuery.only(request, Set.of());
    LogFile file =
        logging.folder().find(name).orElseThrow(() -> ApiProblem.notFound("log file", name));
    InputStream content;
    try {
      content = logging.folder().open(file);
    } catch (NoSuchFileException gone) {
      throw ApiProblem.notFound("log file", name);
    }
    logging.writeDownload(file.name(), caller.actor());
    StreamingOutput body =
        out -> {
          try (content) {
            content.transferTo(out);
          }
        };
    return attachment(body, MediaType.APPLICATION_OCTET_STREAM, file.name());
  }

  /** All files with entries of some time, in one. */
  @GET
  @Path("archive")
  @Produces({"application/gzip", MediaType.APPLICATION_JSON})
  public Response archive(@Context UriInfo request) throws IOException {
    ListQuery list = ListQuery.from(request, ARCHIVE_FILTERS);
    TypedFilters values = new TypedFilters(list.filters());
    Instant from = values.moment("from");
    Instant to = values.moment("to");
    values.refuse();
    LogArchive archive = logging.archive(from, to, caller.actor());
    StreamingOutput body = archive::write;
    return attachment(body, "application/gzip", "comuta-log.tar.gz");
  }

  private static Response attachment(StreamingOutput body, String type, String name) {
    return Response.ok(body, type)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .build();
  }

  /** The newest lines; with {@code follow}, waits for one where there is none yet. */
  @GET
  @Path("tail")
  public JsonObject tail(@Context UriInfo request) throws InterruptedException {
    ListQuery list = ListQuery.from(request, TAIL_FILTERS);
    TypedFilters values = new TypedFilters(list.filters());
    LogComponent component = values.word("component", LogComponent.class);
    LogLevel level = values.word("level", LogLevel.class);
    String text = values.text("text");
    long after = values.number("after");
    boolean follow = values.truth("follow");
    values.refuse();
    LogQuery query =
        new LogQuery(
            component == null ? Set.of() : Set.of(component),
            level == null ? LogLevel.TRACE : level,
            text == null ? "" : text,
            after,
            list.size());
    RecentLines.Found found = follow ? await(query) : logging.recent().find(query);
    return JsonViews.object(new TailView(found.lines(), found.last(), found.missed()));
  }

  private RecentLines.Found await(LogQuery query) throws InterruptedException {
    if (!FOLLOWERS.tryAcquire()) {
      throw ApiProblem.unavailable("Others follow the log already; try again.");
    }
    try {
      return logging.recent().await(query, LONGEST_WAIT);
    } finally {
      FOLLOWERS.release();
    }
  }
}
