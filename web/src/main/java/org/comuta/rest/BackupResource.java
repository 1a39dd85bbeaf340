package org.comuta.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.comuta.archive.ArchiveException;
import org.comuta.archive.NewArchive;
import org.comuta.archive.Progress;
import org.comuta.archive.RestoreRequest;
import org.comuta.backup.BackupBean;
import org.comuta.backup.BackupName;
import org.comuta.backup.BusyException;
import org.comuta.backup.Restoration;
import org.comuta.configuration.Edit;
import org.comuta.configuration.Editor;
import org.comuta.description.Problem;
import org.comuta.identity.Right;
import org.comuta.operation.BackupOperations;
import org.comuta.operation.ConfigurationOperations;
import org.comuta.rest.BackupViews.PartView;
import org.comuta.rest.BackupViews.RestorationView;
import org.jspecify.annotations.Nullable;

/** Backups of everything, as one file. Only for who has all rights. */
@Path("backup")
@RequestScoped
@Requires(Right.ADMINISTER)
public class BackupResource {
  /** Media type of RFC 6713. */
  static final String GZIP = "application/gzip";

  @Inject private BackupBean backups;
  @Inject private BackupOperations operations;
  @Inject private ConfigurationOperations configuration;
  @Inject private Caller caller;
  @Context private UriInfo request;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public BackupResource() {}

  /** What a backup can have in it. */
  @GET
  @Path("parts")
  @Produces(MediaType.APPLICATION_JSON)
  public JsonObject parts() {
    ListQuery query = ListQuery.from(request, Set.of());
    return Page.cut(
        backups.parts().stream().map(PartView::new).map(JsonViews::object).toList(), query);
  }

  /**
   * Everything, or the {@code parts} that are named with commas between them. With a passphrase the
   * secrets are in it, encrypted, and the whole is authenticated.
   */
  @GET
  @Produces({GZIP, MediaType.APPLICATION_OCTET_STREAM})
  public Response make(
      @QueryParam("parts") String parts, @HeaderParam(FileBody.PASSPHRASE) String passphrase) {
    ListQuery.only(request, Set.of("parts"));
    Set<String> wanted = wanted(parts);
    String secret = FileBody.passphrase(passphrase);
    mustBeAllowed();
    NewArchive made;
    try {
      made = operations.make(wanted, secret, new Progress(), caller.actor());
    } catch (BusyException busy) {
      throw ApiProblem.unavailable(String.valueOf(busy.getMessage()));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    StreamingOutput body =
        output -> {
          try (made) {
            made.writeTo(output);
          }
        };
    return Response.ok(body)
        .type(GZIP)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"" + BackupName.of(made.manifest()) + "\"")
        .build();
  }

  /**
   * Restores a backup, all of it or nothing. The configuration comes back as a revision that is not
   * live before apply, or at once with {@code apply=true}; everything else counts at once.
   */
  @POST
  @Path("restoration")
  @Consumes({GZIP, "application/x-gzip", MediaType.APPLICATION_OCTET_STREAM})
  @Produces(MediaType.APPLICATION_JSON)
  public JsonObject restore(InputStream body, @HeaderParam(FileBody.PASSPHRASE) String passphrase) {
    RestorationParameters parameters = RestorationParameters.from(request);
    Set<String> wanted = wanted(parameters.parts());
    String secret = FileBody.passphrase(passphrase);
    mustBeAllowed();
    Editor editor = caller.editor();
    RestoreRequest asked =
        new RestoreRequest(
            editor.user(), editor.address(), parameters.comment(), parameters.keepAddresses());
    try {
      Restoration restoration =
          operations.restore(body, secret, wanted, asked, parameters.dryRun());
      if (!parameters.dryRun() && !restoration.restored()) {
        throw ApiProblem.of(
            422,
            "invalid",
            "Not valid",
            restoration.problems().getFirst().problem().message(),
            JsonViews.value(BackupViews.told(restoration.problems())).asJsonArray());
      }
      Long applied = restoration.restored() && parameters.apply() ? apply(editor) : null;
      return JsonViews.object(
          RestorationView.of(restoration, parameters.dryRun(), applied, parameters.page()));
    } catch (ArchiveException refused) {
      throw refused(refused);
    } catch (BusyException busy) {
      throw ApiProblem.unavailable(String.valueOf(busy.getMessage()));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private long apply(Editor editor) {
    return configuration.apply(Edit.by(editor).because("restored from a backup")).revision();
  }

  private static ApiProblem refused(ArchiveException refused) {
    String message = String.valueOf(refused.getMessage());
    return switch (refused.reason()) {
      case FORMAT, DAMAGED -> ApiProblem.badRequest("malformed-file", message);
      case PASSPHRASE -> ApiProblem.badRequest("passphrase", message);
      case TOO_LARGE -> ApiProblem.of(413, "too-large", "Content too large", message);
    };
  }

  private void mustBeAllowed() {
    if (!BackupOperations.isAllowed(caller.rights())) {
      throw ApiProblem.forbidden("Backups need all rights: FULL in every area.");
    }
  }

  private Set<String> wanted(@Nullable String words) {
    List<String> known = backups.parts();
    if (words == null) {
      return new LinkedHashSet<>(known);
    }
    Set<String> wanted = new LinkedHashSet<>();
    List<Problem> problems = new ArrayList<>();
    for (String word : words.split(",", -1)) {
      wanted.add(word);
      if (!known.contains(word)) {
        String all = String.join(", ", known);
        problems.add(new Problem("parts", "unknown", "parts must be some of " + all + "."));
      }
    }
    ListQuery.refuse(problems);
    return wanted;
  }
}
