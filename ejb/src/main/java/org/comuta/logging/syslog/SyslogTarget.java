package org.comuta.logging.syslog;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.comuta.description.Problem;
import org.comuta.logging.line.LogLevel;
import org.comuta.network.Addresses;

/**
 * A syslog server that lines are sent to; the words of the API. Immutable.
 *
 * @param name unique among them
 * @param framing how messages are told apart over TCP
 * @param minimumLevel the least grave that is sent
 * @param trustedCertificates of authorities, or of the server itself, in PEM, for TLS; empty for
 *     those that the Java platform trusts
 */
public record SyslogTarget(
    String name,
    boolean enabled,
    String host,
    int port,
    SyslogTransport transport,
    SyslogFraming framing,
    SyslogFacility facility,
    LogLevel minimumLevel,
    String trustedCertificates) {
  /** Most characters of certificates. */
  public static final int LONGEST_CERTIFICATES = 65_536;

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,64}");
  private static final int MOST_PORT = 65_535;

  /** The usual port of a transport, RFC 5426 3.3 and RFC 5425 4.1. */
  public static int usualPort(SyslogTransport transport) {
    return switch (transport) {
      case UDP, TCP -> 514;
      case TLS -> 6514;
    };
  }

  /**
   * What is wrong with it.
   *
   * @param prefix of the names of fields, such as {@code syslog[0].}
   */
  public List<Problem> check(String prefix) {
    List<Problem> problems = new ArrayList<>();
    if (!NAME.matcher(name).matches()) {
      problems.add(
          problem(
              prefix + "name",
              name.isEmpty() ? "required" : "syntax",
              name.isEmpty()
                  ? "is required."
                  : "must be 1 to 64 letters (A-Z, a-z), digits, '_', '-' or '.'."));
    }
    if (host.isEmpty()) {
      problems.add(problem(prefix + "host", "required", "is required."));
    } else if (!Addresses.isHost(host)) {
      problems.add(
          problem(
              prefix + "host",
              "syntax",
              "must be a host name, an IPv4 or an IPv6 address (without brackets)."));
    }
    if (port < 1 || port > MOST_PORT) {
      problems.add(problem(prefix + "port", "range", "must be from 1 to " + MOST_PORT + "."));
    }
    if (trustedCertificates.length() > LONGEST_CERTIFICATES) {
      problems.add(
          problem(
              prefix + "trustedCertificates",
              "length",
              "must have at most " + LONGEST_CERTIFICATES + " characters."));
    } else if (!TrustedCertificates.areReadable(trustedCertificates)) {
      problems.add(
          problem(
              prefix + "trustedCertificates", "syntax", "must be certificates (X.509) in PEM."));
    }
    return problems;
  }

  private static Problem problem(String field, String code, String message) {
    return new Problem(field, code, field + " " + message);
  }
}
