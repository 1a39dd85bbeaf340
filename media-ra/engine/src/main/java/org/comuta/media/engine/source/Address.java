package org.comuta.media.engine.source;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.comuta.media.MediaException;

/**
 * An address in two words, so that comparing it allocates nothing. IPv4 stands in the form of RFC
 * 4291 section 2.5.5.2 ({@code ::ffff:a.b.c.d}).
 *
 * @param scope the zone of a link-local IPv6 address; else 0
 */
public record Address(long high, long low, int scope) {
  private static final long IPV4_PREFIX = 0xffffL;

  /** Reads a literal; a name is not looked up but refused. */
  public static Address parse(String literal) {
    try {
      // Java takes "1.2.3" for an address too; nobody who writes a session description does.
      if (literal.indexOf(':') >= 0 || literal.chars().filter(c -> c == '.').count() == 3) {
        return of(InetAddress.ofLiteral(literal));
      }
    } catch (IllegalArgumentException e) {
      // Told below.
    }
    throw new MediaException(MediaException.Kind.INVALID, "no address: '" + literal + "'");
  }

  /** The address that Java has in another form. */
  public static Address of(InetAddress address) {
    byte[] octets = address.getAddress();
    if (octets.length == 4) {
      return new Address(0, ofIpv4((int) word(octets, 0, 4)), 0);
    }
    int scope = address instanceof Inet6Address six ? six.getScopeId() : 0;
    return new Address(word(octets, 0, 8), word(octets, 8, 8), scope);
  }

  /** The low word of an IPv4 address, given in network order as a number. */
  public static long ofIpv4(int address) {
    return (IPV4_PREFIX << 32) | Integer.toUnsignedLong(address);
  }

  private static long word(byte[] octets, int from, int count) {
    long word = 0;
    for (int i = from; i < from + count; i++) {
      word = (word << 8) | (octets[i] & 0xff);
    }
    return word;
  }

  public boolean isIpv4() {
    return high == 0 && low >>> 32 == IPV4_PREFIX;
  }

  /** Whether it is the address of these words, whatever the zone. */
  public boolean is(long otherHigh, long otherLow) {
    return high == otherHigh && low == otherLow;
  }

  public InetAddress toInetAddress() {
    try {
      if (isIpv4()) {
        return InetAddress.getByAddress(octets(low, 4));
      }
      byte[] octets = new byte[16];
      System.arraycopy(octets(high, 8), 0, octets, 0, 8);
      System.arraycopy(octets(low, 8), 0, octets, 8, 8);
      return scope == 0
          ? InetAddress.getByAddress(octets)
          : Inet6Address.getByAddress(null, octets, scope);
    } catch (UnknownHostException e) {
      // Only a wrong number of octets is refused.
      throw new IllegalStateException(e);
    }
  }

  private static byte[] octets(long word, int count) {
    byte[] octets = new byte[count];
    for (int i = 0; i < count; i++) {
      octets[i] = (byte) (word >>> (8 * (count - 1 - i)));
    }
    return octets;
  }

  /** The literal, without a zone. */
  @Override
  public String toString() {
    InetAddress address = toInetAddress();
    if (address instanceof Inet4Address) {
      return address.getHostAddress();
    }
    String text = address.getHostAddress();
    int zone = text.indexOf('%');
    return zone < 0 ? text : text.substring(0, zone);
  }
}
