package org.comuta.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/** Refuses addresses with control characters in them, which no name and no database takes. */
@Provider
@PreMatching
public class PrintableFilter implements ContainerRequestFilter {
  @Override
  public void filter(ContainerRequestContext request) {
    UriInfo address = request.getUriInfo();
    if (!isPrintable(address.getPath())
        || address.getQueryParameters().entrySet().stream()
            .anyMatch(one -> !isPrintable(one.getKey()) || !arePrintable(one.getValue()))) {
      throw ApiProblem.badRequest("address", "The address has a control character in it.");
    }
  }

  private static boolean arePrintable(List<String> texts) {
    return texts.stream().allMatch(PrintableFilter::isPrintable);
  }

  private static boolean isPrintable(String text) {
    return text.chars().noneMatch(Character::isISOControl);
  }
}
