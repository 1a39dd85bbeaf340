package org.comuta.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.comuta.account.Dues;
import org.comuta.identity.Right;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets a request through when the user has the right it asks for; without a word, nobody's. */
@Provider
public class RightsFilter implements ContainerRequestFilter {
  private static final Logger LOG = LoggerFactory.getLogger(RightsFilter.class);
  @Context private ResourceInfo resource;
  @Context private HttpServletRequest http;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public RightsFilter() {}

  @Override
  public void filter(ContainerRequestContext request) {
    LOG.debug("{} {} by {}", http.getMethod(), http.getRequestURI(), http.getRemoteUser());
    Requires requires = annotation(resource.getResourceMethod());
    if (requires == null) {
      requires = annotation(resource.getResourceClass());
    }
    if (requires == null) {
      throw ApiProblem.forbidden("Nobody may do this.");
    }
    Right[] rights = requires.value();
    if (Arrays.stream(rights).noneMatch(right -> has(request.getSecurityContext(), right))) {
      switch (Dues.of(http)) {
        case NOTHING -> {}
        case PASSWORD ->
            throw ApiProblem.forbidden(
                "Your password must be changed before anything else: PUT account/password.");
        case SECOND_FACTOR ->
            throw ApiProblem.forbidden(
                "You must set up a second factor before anything else:"
                    + " POST account/second-factor.");
      }
      String words = Arrays.stream(rights).map(Right::name).collect(Collectors.joining(" or "));
      throw ApiProblem.forbidden("This needs the right " + words + ", which you have not.");
    }
  }

  /** Whether somebody has a right. */
  static boolean has(SecurityContext user, Right right) {
    return user.isUserInRole(right.name());
  }

  private static Requires annotation(AnnotatedElement element) {
    return element.getAnnotation(Requires.class);
  }
}
