package org.comuta.identity;

/**
 * Who acts, and from where.
 *
 * @param name name of a user, or what somebody gave as one
 * @param address address of the peer; {@code local} for the server itself
 */
public record Actor(String name, String address) {
  /** The server itself. */
  public static final Actor SERVER = new Actor("server", "local");

  /** An address as it is written down for what somebody does over SSH. */
  public static String overSsh(String address) {
    return address + " (ssh)";
  }
}
