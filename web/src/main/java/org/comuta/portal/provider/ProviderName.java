package org.comuta.portal.provider;

import jakarta.servlet.http.HttpServletRequest;
import org.comuta.identity.provider.ProviderException;

/** Words in the addresses here. */
final class ProviderName {
  private ProviderName() {}

  /** Name of the provider, the only word after the path of the servlet. */
  static String of(HttpServletRequest request) {
    String path = request.getPathInfo();
    return path == null ? "" : path.substring(1);
  }

  /** Word for the sign-in page of why it came to nothing. */
  static String notice(ProviderException refused) {
    return switch (refused.reason()) {
      case AWAY -> "away";
      case DENIED -> "denied";
      case FORGED -> "failed";
      case NOT_ALLOWED -> "refused";
    };
  }

  /** The sign-in page, which says why. */
  static String signInPage(HttpServletRequest request, String notice) {
    return request.getContextPath() + "/sign-in.xhtml?provider=" + notice;
  }
}
