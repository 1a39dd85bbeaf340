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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.comuta.certificate.CertificateBean;
import org.comuta.certificate.CertificateOutcome;
import org.comuta.certificate.CertificateUse;
import org.comuta.certificate.KeyKind;
import org.comuta.certificate.NewCertificate;
import org.comuta.certificate.OwnCertificate;
import org.comuta.certificate.Subject;
import org.comuta.description.Problem;
import org.comuta.identity.Right;
import org.jspecify.annotations.Nullable;

/** Key pairs and certificates of ours: immediate and audited. Private keys are never answered. */
@Path("certificates")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Requires(Right.SEE_ADMINISTRATION)
public class CertificatesResource {
  static final String PEM = "application/x-pem-file";
  static final String PKCS12 = "application/x-pkcs12";
  static final Set<String> FILTERS = Set.of("name");

  private static final Set<String> NEW_FIELDS =
      Set.of(
          "key",
          "commonName",
          "organization",
          "organizationalUnit",
          "locality",
          "state",
          "country",
          "email",
          "alternativeNames",
          "days");
  private static final long DAYS = 397;

  @Inject private CertificateBean certificates;
  @Inject private Caller caller;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public CertificatesResource() {}

  @GET
  public JsonObject list(@Context UriInfo request) {
    ListQuery query = ListQuery.from(request, FILTERS);
    List<JsonObject> found =
        certificates.all().stream()
            .map(JsonViews::object)
            .filter(one -> FieldFilter.matches(one, query.filters()))
            .toList();
    return Page.cut(found, query);
  }

  @GET
  @Path("{name}")
  public JsonObject get(@PathParam("name") String name) {
    OwnCertificate found = certificates.find(name);
    if (found == null) {
      throw ApiProblem.notFound("certificate", name);
    }
    return JsonViews.object(found);
  }

  /** Takes over what others made: PEM, or PKCS#12 in Base64. */
  @PUT
  @Path("{name}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(Right.ADMINISTER)
  public JsonObject put(@PathParam("name") String name, JsonObject body) {
    BodyFields fields = new BodyFields(body, Set.of("name", "pem", "pkcs12", "passphrase"));
    fields.sameName(name);
    String pem = fields.text("pem", "");
    String pkcs12 = fields.text("pkcs12", "");
    String passphrase = fields.text("passphrase", "");
    if (pem.isEmpty() == pkcs12.isEmpty()) {
      fields.add(List.of(new Problem("pem", "required", "pem or pkcs12 is required, not both.")));
    }
    byte[] file = octets(pkcs12, fields);
    fields.refuse();
    return answer(
        pem.isEmpty()
            ? certificates.importFile(name, file, passphrase, caller.actor())
            : certificates.importText(name, pem, passphrase, caller.actor()),
        name);
  }

  private static byte[] octets(String base64, BodyFields fields) {
    try {
      return Base64.getMimeDecoder().decode(base64);
    } catch (IllegalArgumentException broken) {
      fields.add(
          List.of(new Problem("pkcs12", "syntax", "pkcs12 must be a PKCS#12 file in Base64.")));
      return new byte[0];
    }
  }

  /** Makes a key, and a certificate that it signs itself. */
  @POST
  @Path("{name}/self-signed")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(Right.ADMINISTER)
  public JsonObject selfSigned(@PathParam("name") String name, JsonObject body) {
    return answer(certificates.makeSelfSigned(name, wanted(body), caller.actor()), name);
  }

  /** Makes a key, and a request that an authority signs; PUT takes its answer. */
  @POST
  @Path("{name}/request")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(Right.ADMINISTER)
  public JsonObject request(@PathParam("name") String name, JsonObject body) {
    return answer(certificates.makeRequest(name, wanted(body), caller.actor()), name);
  }

  private static NewCertificate wanted(JsonObject body) {
    BodyFields fields = new BodyFields(body, NEW_FIELDS);
    KeyKind key = fields.choice("key", KeyKind.class, KeyKind.EC_P256);
    Subject subject =
        new Subject(
            fields.text("commonName", ""),
            fields.text("organization", ""),
            fields.text("organizationalUnit", ""),
            fields.text("locality", ""),
            fields.text("state", ""),
            fields.text("country", ""),
            fields.text("email", ""));
    List<String> names = fields.texts("alternativeNames");
    int days = (int) fields.number("days", 1, NewCertificate.MOST_DAYS, DAYS);
    fields.refuse();
    return new NewCertificate(key, subject, names, days);
  }

  /** The request that waits for its answer (PKCS#10). */
  @GET
  @Path("{name}/request")
  @Produces(PEM)
  public String requestAsText(@PathParam("name") String name) {
    return text(certificates.request(name), "request", name);
  }

  /** The certificate and those above it. */
  @GET
  @Path("{name}/chain")
  @Produces(PEM)
  public String chain(@PathParam("name") String name) {
    return text(certificates.chain(name), "certificate", name);
  }

  static String text(@Nullable String pem, String what, String name) {
    if (pem == null) {
      throw ApiProblem.notFound(what, name);
    }
    return pem;
  }

  /** The key with its chain, encrypted with a passphrase. */
  @POST
  @Path("{name}/export")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(PKCS12)
  @Requires(Right.ADMINISTER)
  public Response export(@PathParam("name") String name, JsonObject body) {
    BodyFields fields = new BodyFields(body, Set.of("passphrase"));
    String passphrase = fields.text("passphrase");
    fields.refuse();
    List<Problem> problems = certificates.checkPassphrase(passphrase);
    if (!problems.isEmpty()) {
      throw ApiProblem.invalid(problems);
    }
    byte[] file = certificates.export(name, passphrase, caller.actor());
    if (file == null) {
      throw ApiProblem.notFound("certificate", name);
    }
    return Response.ok(file)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".p12\"")
        .build();
  }

  /** Shows it where {@code use} says, from now on. */
  @PUT
  @Path("{name}/uses/{use}")
  @Requires(Right.ADMINISTER)
  public JsonObject use(@PathParam("name") String name, @PathParam("use") String use) {
    for (CertificateUse one : CertificateUse.values()) {
      if (one.name().equalsIgnoreCase(use)) {
        return answer(certificates.use(one, name, caller.actor()), name);
      }
    }
    throw ApiProblem.notFound("use", use);
  }

  @DELETE
  @Path("{name}")
  @Requires(Right.ADMINISTER)
  public Response delete(@PathParam("name") String name) {
    CertificateOutcome outcome = certificates.delete(name, caller.actor());
    if (outcome instanceof CertificateOutcome.InUse used) {
      String by =
          used.interfaces().isEmpty()
              ? ""
              : " by the interface " + String.join(", ", used.interfaces());
      throw ApiProblem.conflict(
          "in-use", "Certificate '" + name + "' is in use" + by + "; use another one there first.");
    }
    if (!(outcome instanceof CertificateOutcome.Deleted)) {
      throw ApiProblem.notFound("certificate", name);
    }
    return Response.noContent().build();
  }

  private static JsonObject answer(CertificateOutcome outcome, String name) {
    return switch (outcome) {
      case CertificateOutcome.Done done -> JsonViews.object(done.certificate());
      case CertificateOutcome.Invalid invalid -> throw ApiProblem.invalid(invalid.problems());
      case CertificateOutcome.Missing ignored -> throw ApiProblem.notFound("certificate", name);
      case CertificateOutcome.Trusted ignored -> throw new IllegalStateException();
      case CertificateOutcome.Deleted ignored -> throw new IllegalStateException();
      case CertificateOutcome.InUse ignored -> throw new IllegalStateException();
    };
  }
}
