package org.comuta.portal.search;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.comuta.portal.search.ResultGroup.Result;

/** A few results of each sort for what is typed into the field at the top: {@code q}. */
@WebServlet("/portal/search")
public class SearchServlet extends HttpServlet {
  private static final int MOST = 6;

  @Inject private transient PortalSearch search;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public SearchServlet() {}

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String typed = request.getParameter("q");
    JsonArrayBuilder groups = Json.createArrayBuilder();
    for (ResultGroup group : search.find(typed == null ? "" : typed, MOST)) {
      JsonArrayBuilder results = Json.createArrayBuilder();
      group.results().forEach(result -> results.add(json(result)));
      groups.add(Json.createObjectBuilder().add("label", group.label()).add("results", results));
    }
    response.setContentType("application/json; charset=utf-8");
    response.setHeader("Cache-Control", "no-store");
    response.getWriter().write(groups.build().toString());
  }

  private static JsonObjectBuilder json(Result result) {
    return Json.createObjectBuilder()
        .add("label", result.label())
        .add("detail", result.detail())
        .add("address", result.address())
        .add("icon", result.icon());
  }
}
