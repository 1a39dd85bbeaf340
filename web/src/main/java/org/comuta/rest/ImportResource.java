package org.comuta.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.comuta.configuration.Edit;
import org.comuta.configuration.Imported;
import org.comuta.description.Catalogue;
import org.comuta.identity.Right;
import org.comuta.operation.ConfigurationOperations;
import org.comuta.provisioning.ConfigurationFileReader;
import org.comuta.provisioning.FileException;
import org.comuta.rest.ConfigurationViews.ImportView;
import org.jspecify.annotations.Nullable;

/** Imports a file with objects of any kinds: all of them as one revision, or none. */
@Path("configuration/import")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Requires(Right.CONFIGURE)
public class ImportResource {
  @Inject private Catalogue catalogue;
  @Inject private ConfigurationOperations operations;
  @Inject private OneAtATime files;
  @Inject private Caller caller;
  @Context private UriInfo request;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public ImportResource() {}

  @POST
  @Consumes({ExportResource.YAML, "application/x-yaml", "text/yaml", MediaType.APPLICATION_JSON})
  public JsonObject importFile(
      InputStream body,
      @HeaderParam(FileBody.PASSPHRASE) String passphrase,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    ImportParameters parameters = ImportParameters.from(request);
    Edit edit = EditRequest.read(caller.editor(), parameters.comment(), ifMatch, null);
    String secret = FileBody.passphrase(passphrase);
    return files.run(() -> read(body, secret, parameters, edit));
  }

  private JsonObject read(
      InputStream body, @Nullable String passphrase, ImportParameters parameters, Edit edit) {
    try {
      var file = ConfigurationFileReader.read(catalogue, FileBody.text(body), passphrase);
      Imported imported = operations.importing(parameters.request(file), edit);
      return JsonViews.object(ImportView.of(imported, parameters.dryRun(), parameters.page()));
    } catch (FileException malformed) {
      throw FileBody.malformed(malformed);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
