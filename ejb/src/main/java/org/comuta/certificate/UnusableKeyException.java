package org.comuta.certificate;

import org.comuta.description.Problem;

/** A file that was given holds no key or no certificate that can be used; it says why. */
final class UnusableKeyException extends Exception {
  private final transient Problem problem;

  UnusableKeyException(String field, String code, String message) {
    super(message);
    problem = new Problem(field, code, message);
  }

  Problem problem() {
    return problem;
  }
}
