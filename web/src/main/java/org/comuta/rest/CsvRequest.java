package org.comuta.rest;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.comuta.configuration.StoredObject;
import org.comuta.description.ObjectDescription;
import org.comuta.description.Problem;
import org.comuta.listing.Selection;
import org.comuta.provisioning.CsvFile;

/**
 * A list that is asked for as comma-separated values: all of it, without pages.
 *
 * @param selection which objects, in which order
 * @param delimiter what stands between two values
 */
record CsvRequest(Selection selection, char delimiter) {
  private static final String FORMAT = "format";
  private static final String DELIMITER = "delimiter";
  private static final MediaType TYPE = MediaType.valueOf(ObjectsResource.CSV);

  /** Whether the query or the header asks so; the query is for links in browsers. */
  static boolean isOne(UriInfo request, HttpHeaders headers) {
    String format = request.getQueryParameters().getFirst(FORMAT);
    if ("csv".equals(format)) {
      return true;
    }
    return headers.getAcceptableMediaTypes().stream()
        .filter(
            type -> type.isCompatible(MediaType.APPLICATION_JSON_TYPE) || type.isCompatible(TYPE))
        .findFirst()
        .filter(type -> !type.isCompatible(MediaType.APPLICATION_JSON_TYPE))
        .isPresent();
  }

  static CsvRequest from(UriInfo request, Collection<String> fields, Collection<String> sortable) {
    List<String> allowed = new ArrayList<>(fields);
    allowed.addAll(List.of(FORMAT, DELIMITER));
    ListQuery query = ListQuery.sorted(request, allowed, sortable);
    Map<String, String> filters = query.conditions();
    filters.remove(FORMAT, "csv");
    String delimiter = filters.getOrDefault(DELIMITER, ",");
    filters.remove(DELIMITER);
    if (!delimiter.equals(",") && !delimiter.equals(";")) {
      ListQuery.refuse(
          List.of(new Problem(DELIMITER, "choice", "delimiter must be a comma or a semicolon.")));
    }
    return new CsvRequest(Selection.equal(filters).in(query.order()), delimiter.charAt(0));
  }

  Response answer(ObjectDescription<?> description, List<StoredObject> objects) {
    return Response.ok(CsvFile.write(description, objects, delimiter))
        .type(TYPE.withCharset("UTF-8"))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"" + description.path() + ".csv\"")
        .build();
  }
}
