package org.comuta.portal;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.comuta.account.Dues;
import org.comuta.identity.Due;
import org.comuta.identity.Right;
import org.comuta.portal.navigation.PortalPage;
import org.comuta.portal.navigation.PortalPages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets somebody see a page, or act on it, who has the right it asks for. */
@WebFilter("/portal/*")
public class PageRightsFilter extends HttpFilter {
  private static final Logger LOG = LoggerFactory.getLogger(PageRightsFilter.class);
  @Inject private transient Account account;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public PageRightsFilter() {}

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = request.getServletPath();
    LOG.debug("{} {} by {}", request.getMethod(), path, account.getName());
    Optional<Right> needed = PortalPages.at(path).map(PortalPage::needed);
    if (!path.endsWith(".xhtml") || needed.filter(account::may).isPresent()) {
      chain.doFilter(request, response);
    } else if (needed.isPresent() && Dues.of(request) != Due.NOTHING) {
      response.sendRedirect(
          request.getContextPath() + PortalPages.first(Right.OWN_ACCOUNT::equals));
    } else {
      response.sendError(
          needed.isEmpty() ? HttpServletResponse.SC_NOT_FOUND : HttpServletResponse.SC_FORBIDDEN);
    }
  }
}
