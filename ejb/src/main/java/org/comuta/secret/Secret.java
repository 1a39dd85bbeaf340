package org.comuta.secret;

import java.util.Objects;

/**
 * A field of a configuration object that is used and never shown, such as a password. In what is
 * stored, and so in what calls see, it is sealed; {@link #open} opens it. Immutable; any thread.
 */
public final class Secret {
  /** What is shown in place of a secret that is there; given back, it keeps that secret. */
  public static final String MASK = "********";

  /** No secret. */
  public static final Secret NONE = new Secret("");

  /** Whatever is stored already. */
  public static final Secret KEPT = new Secret("kept:");

  private static final String PLAIN = "plain:";
  private static final String SEALED = "sealed:";

  private final String text;

  private Secret(String text) {
    this.text = text;
  }

  /** What somebody gave just now; it must not be stored like this. */
  public static Secret plain(String text) {
    return text.isEmpty() ? NONE : new Secret(PLAIN + text);
  }

  /**
   * Reads what {@link #stored} wrote.
   *
   * @throws IllegalArgumentException when it is nothing of the kind
   */
  public static Secret of(String stored) {
    if (stored.isEmpty() || stored.startsWith(PLAIN) || stored.startsWith(SEALED)) {
      return new Secret(stored);
    }
    if (stored.equals(KEPT.text)) {
      return KEPT;
    }
    throw new IllegalArgumentException("no stored secret");
  }

  /** For storing and {@link #of} only. */
  public String stored() {
    return text;
  }

  public boolean isEmpty() {
    return text.isEmpty();
  }

  /** Whether it was given just now and is still to be sealed. */
  public boolean isPlain() {
    return text.startsWith(PLAIN);
  }

  /** Whether it stands for what is stored already. */
  public boolean isKept() {
    return text.equals(KEPT.text);
  }

  /** Sealed for the place it is kept at; what is not plain stays as it is. */
  public Secret sealed(Secrets secrets, String place) {
    return isPlain() ? new Secret(secrets.seal(text.substring(PLAIN.length()), place)) : this;
  }

  /**
   * What it is; empty when there is none.
   *
   * @param place as given to {@link #place}
   * @throws UnreadableSecretException it was sealed for another place or with a key that is not
   *     here
   */
  public String open(Secrets secrets, String place) {
    return text.isEmpty() || isPlain()
        ? text.substring(isPlain() ? PLAIN.length() : 0)
        : secrets.open(text, place);
  }

  /** Where the secret of a configuration object is kept. */
  public static String place(String kind, String name, String field) {
    return kind + "/" + name + "/" + field;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret secret && text.equals(secret.text);
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(text);
  }

  /** The mask; empty when there is no secret. */
  @Override
  public String toString() {
    return text.isEmpty() ? "" : MASK;
  }
}
