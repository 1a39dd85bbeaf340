package org.comuta.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.comuta.description.Problem;
import org.comuta.identity.Right;
import org.comuta.search.Finder;

/** What who asks may see and has the words of {@code q} in it, the best of each group first. */
@Path("search")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Requires({Right.SEE_CONFIGURATION, Right.SEE_MONITORING, Right.SEE_ADMINISTRATION})
public class SearchResource {
  static final Set<String> FILTERS = Set.of("q", "group");

  /** Of each group. */
  private static final int MOST = 200;

  @Inject private Finder finder;
  @Context private SecurityContext user;
  @Context private HttpHeaders headers;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public SearchResource() {}

  @GET
  public JsonObject search(@Context UriInfo request) {
    ListQuery query = ListQuery.from(request, FILTERS);
    String words = query.filters().getOrDefault("q", "").strip();
    if (words.isEmpty()) {
      ListQuery.refuse(List.of(new Problem("q", "required", "q is required: what to look for.")));
    }
    String group = query.filters().getOrDefault("group", "");
    Locale locale = DescriptionView.locale(headers.getAcceptableLanguages());
    List<JsonObject> found =
        finder.find(words, locale, right -> RightsFilter.has(user, right), MOST).stream()
            .filter(hit -> group.isEmpty() || hit.group().name().equals(group))
            .map(JsonViews::object)
            .toList();
    return Page.cut(found, query);
  }
}
