package org.comuta.sip.container.transport;

import java.net.InetAddress;
import java.net.URI;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import org.jspecify.annotations.Nullable;

/**
 * The SIP domains a certificate is for (RFC 5922 section 7): its {@code sip:} URIs, else its DNS
 * names, else, of one without alternative names, its common name. Names are compared as a whole; a
 * wildcard stands for nothing. A peer that is known by its address alone needs that address.
 */
final class CertificateNames {

  private static final int DNS_NAME = 2;
  private static final int URI_NAME = 6;
  private static final int ADDRESS = 7;

  private CertificateNames() {}

  /** Whether it is for one of these names or literal addresses. */
  static boolean bearsOne(X509Certificate certificate, Collection<String> names) {
    List<String> domains = domains(certificate);
    List<InetAddress> addresses = addresses(certificate);
    for (String name : names) {
      InetAddress literal = literal(name);
      if (literal == null ? domains.contains(plain(name)) : addresses.contains(literal)) {
        return true;
      }
    }
    return false;
  }

  static List<String> domains(X509Certificate certificate) {
    Collection<List<?>> alternatives = alternatives(certificate);
    List<String> domains = new ArrayList<>();
    for (String uri : ofType(URI_NAME, alternatives)) {
      String host = hostOfSipUri(uri);
      if (host != null) {
        domains.add(plain(host));
      }
    }
    if (domains.isEmpty()) {
      ofType(DNS_NAME, alternatives).forEach(name -> domains.add(plain(name)));
    }
    if (alternatives.isEmpty()) {
      domains.addAll(commonNames(certificate));
    }
    return domains;
  }

  /** The domain; null of what is no SIP URI, or one of a user. */
  private static @Nullable String hostOfSipUri(String text) {
    try {
      URI uri = URI.create(text);
      String rest = uri.getSchemeSpecificPart();
      if (!"sip".equalsIgnoreCase(uri.getScheme()) || rest.indexOf('@') >= 0) {
        return null;
      }
      return rest.split("[:;?]", 2)[0];
    } catch (IllegalArgumentException unreadable) {
      return null;
    }
  }

  private static List<InetAddress> addresses(X509Certificate certificate) {
    List<InetAddress> addresses = new ArrayList<>();
    for (String text : ofType(ADDRESS, alternatives(certificate))) {
      InetAddress literal = literal(text);
      if (literal != null) {
        addresses.add(literal);
      }
    }
    return addresses;
  }

  private static Collection<List<?>> alternatives(X509Certificate certificate) {
    try {
      Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
      return alternatives == null ? List.of() : alternatives;
    } catch (CertificateParsingException unreadable) {
      return List.of(List.of());
    }
  }

  private static List<String> ofType(int type, Collection<List<?>> alternatives) {
    return alternatives.stream()
        .filter(one -> one.size() > 1 && Integer.valueOf(type).equals(one.getFirst()))
        .map(one -> String.valueOf(one.get(1)))
        .toList();
  }

  private static List<String> commonNames(X509Certificate certificate) {
    try {
      return new LdapName(certificate.getSubjectX500Principal().getName())
          .getRdns().stream()
              .filter(part -> part.getType().equalsIgnoreCase("CN"))
              .map(Rdn::getValue)
              .map(value -> plain(String.valueOf(value)))
              .toList();
    } catch (InvalidNameException unreadable) {
      return List.of();
    }
  }

  private static String plain(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }

  /** The address; null of a host name. */
  static @Nullable InetAddress literal(String text) {
    try {
      return InetAddress.ofLiteral(text);
    } catch (IllegalArgumentException name) {
      return null;
    }
  }
}
