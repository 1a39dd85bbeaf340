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

  private static final String SSH = " (ssh)";

  /** An address as it is written down for what somebody does over SSH. */
  public static String overSsh(String address) {
    return address + SSH;
  }

  /** The address alone, whichever way somebody came: what failures are counted by. */
  String peer() {
    return address.endsWith(SSH) ? address.substring(0, address.length() - SSH.length()) : address;
  }
}
