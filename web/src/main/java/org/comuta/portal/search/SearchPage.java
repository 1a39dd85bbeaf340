package org.comuta.portal.search;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The page of all results for {@code ?q=}. One request only. */
@Named
@RequestScoped
public class SearchPage {
  private static final int MOST = 100;

  @Inject private PortalSearch search;
  @Inject private HttpServletRequest request;

  private @Nullable List<ResultGroup> groups;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public SearchPage() {}

  /** What is looked for. */
  public String getTyped() {
    String typed = request.getParameter("q");
    return typed == null ? "" : typed.strip();
  }

  public List<ResultGroup> getGroups() {
    List<ResultGroup> found = groups;
    if (found == null) {
      found = search.find(getTyped(), MOST);
      groups = found;
    }
    return found;
  }
}
