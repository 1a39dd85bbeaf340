package org.comuta.configuration;

import org.jspecify.annotations.Nullable;

/**
 * Who changes the configuration.
 *
 * @param user name of the user
 * @param address where the user works from, such as the address of the HTTP client
 * @param way how they reach this server, which no apply of theirs may close; null when nothing is
 *     known of it, or nothing can close it
 */
public record Editor(String user, String address, @Nullable Way way) {
  /** Somebody of whose way nothing is known. */
  public Editor(String user, String address) {
    this(user, address, null);
  }
}
