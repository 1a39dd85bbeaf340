package org.comuta.identity;

/**
 * A token at the only moment its secret is known.
 *
 * @param secret what a program sends after {@code Authorization: Bearer}
 */
public record IssuedToken(Token token, String secret) {
  /** Without the secret, so that it never reaches a log. */
  @Override
  public String toString() {
    return "IssuedToken[token=" + token + "]";
  }
}
