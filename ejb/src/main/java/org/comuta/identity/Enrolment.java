package org.comuta.identity;

/**
 * A second factor that its user has to confirm with a code; told once.
 *
 * @param key in Base32, for those who cannot take a picture
 * @param uri what the picture says to the app: {@code otpauth://totp/…}
 */
public record Enrolment(String key, String uri) {
  /** Without the key, so that it never reaches a log. */
  @Override
  public String toString() {
    return "Enrolment[]";
  }
}
