package org.comuta.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import org.comuta.identity.Right;
import org.comuta.identity.Role;

/** Lets a request through when one of the user's roles has the right; without a word, nobody's. */
@Provider
public class RightsFilter implements ContainerRequestFilter {
  @Context private ResourceInfo resource;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public RightsFilter() {}

  @Override
  public void filter(ContainerRequestContext request) {
    Requires requires = annotation(resource.getResourceMethod());
    if (requires == null) {
      requires = annotation(resource.getResourceClass());
    }
    if (requires == null) {
      throw ApiProblem.forbidden("Nobody may do this.");
    }
    Right right = requires.value();
    if (!has(request.getSecurityContext(), right)) {
      throw ApiProblem.forbidden("This needs the right " + right + ", which your role has not.");
    }
  }

  /** Whether somebody has a right. */
  static boolean has(SecurityContext user, Right right) {
    return Arrays.stream(Role.values())
        .anyMatch(role -> role.may(right) && user.isUserInRole(role.name()));
  }

  private static Requires annotation(AnnotatedElement element) {
    return element.getAnnotation(Requires.class);
  }
}
