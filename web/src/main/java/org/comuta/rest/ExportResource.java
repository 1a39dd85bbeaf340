package org.comuta.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.comuta.configuration.Exported;
import org.comuta.description.Catalogue;
import org.comuta.description.Problem;
import org.comuta.identity.Right;
import org.comuta.operation.ConfigurationOperations;
import org.comuta.provisioning.ConfigurationFile;
import org.jspecify.annotations.Nullable;

/** The configuration as saved last, as a file that can be imported. */
@Path("configuration/export")
@RequestScoped
@Requires(Right.SEE_CONFIGURATION)
public class ExportResource {
  /** Media type of RFC 9512. */
  static final String YAML = "application/yaml";

  @Inject private Catalogue catalogue;
  @Inject private ConfigurationOperations operations;
  @Inject private Caller caller;
  @Context private UriInfo request;
  @Context private HttpHeaders headers;
  @Context private SecurityContext user;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public ExportResource() {}

  /**
   * All kinds, or those of {@code kinds} (words of paths with commas between them). Secrets are
   * masked, or encrypted where the request has a passphrase, which needs an administrator.
   */
  @GET
  @Produces({YAML + ";qs=1", MediaType.APPLICATION_JSON + ";qs=0.5"})
  public Response export(
      @QueryParam("kinds") String kinds, @HeaderParam(FileBody.PASSPHRASE) String passphrase) {
    ListQuery.only(request, Set.of("kinds"));
    String secret = FileBody.passphrase(passphrase);
    if (secret != null && !RightsFilter.has(user, Right.ADMINISTER)) {
      throw ApiProblem.forbidden("Secrets need the right " + Right.ADMINISTER + ".");
    }
    Set<String> wanted = wanted(kinds);
    Exported exported = operations.export(wanted, secret != null, caller.editor());
    ConfigurationFile file = ConfigurationFile.of(catalogue, wanted, exported.objects(), secret);
    boolean json = wantsJson();
    return Response.ok(json ? file.json() : file.yaml())
        .type(json ? MediaType.APPLICATION_JSON : YAML)
        .tag(String.valueOf(exported.revision()))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"comuta-" + exported.revision() + (json ? ".json\"" : ".yaml\""))
        .build();
  }

  private boolean wantsJson() {
    for (MediaType type : headers.getAcceptableMediaTypes()) {
      if (type.isCompatible(MediaType.valueOf(YAML))) {
        return false;
      }
      if (type.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
        return true;
      }
    }
    return false;
  }

  private Set<String> wanted(@Nullable String paths) {
    Set<String> kinds = new LinkedHashSet<>();
    if (paths == null) {
      catalogue.kinds().forEach(kind -> kinds.add(kind.description().kind()));
      return kinds;
    }
    List<Problem> problems = new ArrayList<>();
    for (String path : paths.split(",", -1)) {
      catalogue
          .path(path)
          .ifPresentOrElse(
              kind -> kinds.add(kind.description().kind()),
              () ->
                  problems.add(
                      new Problem("kinds", "unknown", "There are no objects '" + path + "'.")));
    }
    ListQuery.refuse(problems);
    return kinds;
  }
}
