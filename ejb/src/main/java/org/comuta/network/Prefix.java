package org.comuta.network;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/**
 * The addresses that begin with the same bits (RFC 4632, RFC 4291 section 2.3), such as {@code
 * 192.0.2.0/24} or {@code 2001:db8::/32}; one address alone is a prefix of all its bits. IPv4 and
 * IPv6 are apart: no prefix of the one holds addresses of the other. Immutable.
 *
 * @param v6 whether it is of IPv6
 * @param high the first 64 bits; of IPv4 the address is in the upper 32
 * @param low the other 64 bits; zero in IPv4
 * @param length how many bits count, 0 to 32 or 128
 */
public record Prefix(boolean v6, long high, long low, int length) {
  private static final int BITS_OF_IPV4 = 32;
  private static final int BITS_OF_IPV6 = 128;

  /** Zeroes the bits that do not count. */
  public Prefix {
    high &= mask(length);
    low &= mask(length - Long.SIZE);
  }

  private static long mask(int length) {
    return length <= 0 ? 0 : length >= Long.SIZE ? -1 : -1L << (Long.SIZE - length);
  }

  /** One address alone. */
  public static Prefix of(InetAddress address) {
    byte[] octets = address.getAddress();
    boolean v6 = !(address instanceof Inet4Address);
    long high = 0;
    long low = 0;
    for (int i = 0; i < octets.length; i++) {
      int shift = 56 - 8 * (i % 8);
      if (i < 8) {
        high |= (octets[i] & 0xFFL) << shift;
      } else {
        low |= (octets[i] & 0xFFL) << shift;
      }
    }
    return new Prefix(v6, high, low, v6 ? BITS_OF_IPV6 : BITS_OF_IPV4);
  }

  /**
   * Reads an address, or an address, a slash and a length. Null when it is neither. Bits beyond the
   * length are dropped: {@link #isExact} tells.
   */
  public static @Nullable Prefix parse(String text) {
    int slash = text.indexOf('/');
    String literal = slash < 0 ? text : text.substring(0, slash);
    if (!Addresses.isAddress(literal)) {
      return null;
    }
    // An IPv4 address within IPv6 is IPv4, and then the length is that of IPv4 too.
    Prefix address = of(InetAddress.ofLiteral(literal));
    if (slash < 0) {
      return address;
    }
    int length = length(text.substring(slash + 1));
    return length < 0 || length > address.length
        ? null
        : new Prefix(address.v6, address.high, address.low, length);
  }

  /** Whether this text names a prefix and no bit beyond it. */
  public static boolean isExact(String text) {
    Prefix prefix = parse(text);
    int slash = text.indexOf('/');
    return prefix != null
        && (slash < 0 || prefix.first().equals(InetAddress.ofLiteral(text.substring(0, slash))));
  }

  private static int length(String digits) {
    return digits.matches("[0-9]|[1-9][0-9]{1,2}") ? Integer.parseInt(digits) : -1;
  }

  /** Whether the address of this prefix, which has all its bits, is in that one. */
  public boolean contains(Prefix address) {
    return v6 == address.v6
        && length <= address.length
        && ((high ^ address.high) & mask(length)) == 0
        && ((low ^ address.low) & mask(length - Long.SIZE)) == 0;
  }

  /** One of its bits, from 0; 0 or 1. */
  public int bit(int index) {
    long word = index < Long.SIZE ? high : low;
    return (int) (word >>> (Long.SIZE - 1 - index % Long.SIZE)) & 1;
  }

  /** The first address of it. */
  public InetAddress first() {
    byte[] octets = new byte[v6 ? 16 : 4];
    for (int i = 0; i < octets.length; i++) {
      octets[i] = (byte) ((i < 8 ? high : low) >>> (56 - 8 * (i % 8)));
    }
    try {
      return InetAddress.getByAddress(octets);
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The one spelling of it: without the length when it is one address alone. */
  @Override
  public String toString() {
    boolean alone = length == (v6 ? BITS_OF_IPV6 : BITS_OF_IPV4);
    return first().getHostAddress() + (alone ? "" : "/" + length);
  }
}
