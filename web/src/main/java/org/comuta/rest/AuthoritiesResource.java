package org.comuta.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;
import org.comuta.certificate.CertificateBean;
import org.comuta.certificate.CertificateOutcome;
import org.comuta.certificate.TrustedAuthority;
import org.comuta.identity.Right;

/** Authorities that are trusted beside those that Java trusts: immediate and audited. */
@Path("trusted-authorities")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Requires(Right.SEE_ADMINISTRATION)
public class AuthoritiesResource {
  static final Set<String> FILTERS = Set.of("name");

  @Inject private CertificateBean certificates;
  @Inject private Caller caller;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public AuthoritiesResource() {}

  @GET
  public JsonObject list(@Context UriInfo request) {
    ListQuery query = ListQuery.from(request, FILTERS);
    List<JsonObject> found =
        certificates.authorities().stream()
            .map(JsonViews::object)
            .filter(one -> FieldFilter.matches(one, query.filters()))
            .toList();
    return Page.cut(found, query);
  }

  @GET
  @Path("{name}")
  public JsonObject get(@PathParam("name") String name) {
    TrustedAuthority found = certificates.authority(name);
    if (found == null) {
      throw ApiProblem.notFound("trusted authority", name);
    }
    return JsonViews.object(found);
  }

  @GET
  @Path("{name}/certificate")
  @Produces(CertificatesResource.PEM)
  public String certificate(@PathParam("name") String name) {
    return CertificatesResource.text(certificates.authorityAsText(name), "trusted authority", name);
  }

  @PUT
  @Path("{name}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(Right.ADMINISTER)
  public JsonObject put(@PathParam("name") String name, JsonObject body) {
    BodyFields fields = new BodyFields(body, Set.of("name", "pem"));
    fields.sameName(name);
    String pem = fields.text("pem");
    fields.refuse();
    CertificateOutcome outcome = certificates.trust(name, pem, caller.actor());
    if (outcome instanceof CertificateOutcome.Invalid invalid) {
      throw ApiProblem.invalid(invalid.problems());
    }
    return get(name);
  }

  @DELETE
  @Path("{name}")
  @Requires(Right.ADMINISTER)
  public Response delete(@PathParam("name") String name) {
    if (!(certificates.distrust(name, caller.actor()) instanceof CertificateOutcome.Deleted)) {
      throw ApiProblem.notFound("trusted authority", name);
    }
    return Response.noContent().build();
  }
}
