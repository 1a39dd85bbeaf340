package org.comuta.rest;

import java.util.List;
import org.comuta.certificate.KeyKind;
import org.comuta.certificate.OwnCertificate;
import org.comuta.certificate.TrustedAuthority;
import org.eclipse.microprofile.openapi.models.Operation;

/** Certificates and authorities in the OpenAPI document. */
final class ApiCertificates {
  /** A key and a certificate that are to be made. */
  private record NewBody(
      KeyKind key,
      String commonName,
      String organization,
      String organizationalUnit,
      String locality,
      String state,
      String country,
      String email,
      List<String> alternativeNames,
      int days) {}

  /** What others made; a file in Base64. */
  private record ImportBody(String pem, String pkcs12, String passphrase) {}

  private record ExportBody(String passphrase) {}

  private record AuthorityBody(String pem) {}

  private ApiCertificates() {}

  /** Says what operations with certificates take and give; false for all others. */
  static boolean complete(String key, Operation operation) {
    switch (key) {
      case "GET certificates" ->
          list(operation, "Key pairs and certificates of ours", OwnCertificate.class);
      case "GET certificates/{name}" ->
          one(operation, "A certificate of ours", OwnCertificate.class);
      case "PUT certificates/{name}" -> {
        one(
            operation,
            "Import a key with its certificate, or the answer to a request",
            OwnCertificate.class);
        takes(operation, ImportBody.class);
      }
      case "POST certificates/{name}/self-signed" -> {
        one(operation, "Make a key and a self-signed certificate", OwnCertificate.class);
        takes(operation, NewBody.class);
      }
      case "POST certificates/{name}/request" -> {
        one(operation, "Make a key and a request to be signed (PKCS#10)", OwnCertificate.class);
        takes(operation, NewBody.class);
      }
      case "GET certificates/{name}/request" ->
          pem(operation, "The request that waits for its answer, in PEM");
      case "GET certificates/{name}/chain" ->
          pem(operation, "The certificate and those above it, in PEM");
      case "POST certificates/{name}/export" -> {
        operation
            .summary("The key with its certificates, encrypted with a passphrase (PKCS#12)")
            .responses(ApiComponents.octets(CertificatesResource.PKCS12));
        takes(operation, ExportBody.class);
      }
      case "PUT certificates/{name}/uses/{use}" ->
          one(operation, "Show it at a place (https) from now on", OwnCertificate.class);
      case "DELETE certificates/{name}" -> {
        operation.setSummary("Delete a certificate of ours that is not in use, and its key");
        operation.setResponses(ApiComponents.nothing());
      }
      default -> {
        return authorities(key, operation);
      }
    }
    return true;
  }

  private static boolean authorities(String key, Operation operation) {
    switch (key) {
      case "GET trusted-authorities" ->
          list(operation, "Authorities that are trusted", TrustedAuthority.class);
      case "GET trusted-authorities/{name}" ->
          one(operation, "An authority that is trusted", TrustedAuthority.class);
      case "GET trusted-authorities/{name}/certificate" ->
          pem(operation, "The certificate of an authority, in PEM");
      case "PUT trusted-authorities/{name}" -> {
        one(operation, "Trust an authority", TrustedAuthority.class);
        takes(operation, AuthorityBody.class);
      }
      case "DELETE trusted-authorities/{name}" -> {
        operation.setSummary("Trust an authority no more");
        operation.setResponses(ApiComponents.nothing());
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private static void list(Operation operation, String summary, Class<? extends Record> answer) {
    operation.setSummary(summary);
    operation.setResponses(ApiComponents.answers(200, ApiComponents.page(ApiSchemas.of(answer))));
    ApiComponents.listParameters(CertificatesResource.FILTERS).forEach(operation::addParameter);
  }

  private static void one(Operation operation, String summary, Class<? extends Record> answer) {
    operation.setSummary(summary);
    operation.setResponses(ApiComponents.answers(200, ApiSchemas.of(answer)));
  }

  private static void pem(Operation operation, String summary) {
    operation.summary(summary).responses(ApiComponents.textAnswer(CertificatesResource.PEM));
  }

  private static void takes(Operation operation, Class<? extends Record> body) {
    operation.setRequestBody(ApiComponents.body(ApiSchemas.of(body).required(null)));
  }
}
