package org.comuta.identity;

import java.math.BigInteger;

/** Reads keys as an app does, by arithmetic instead of shifts. */
final class Base32Reader {
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private Base32Reader() {}

  /** The octets of a text that has no bits over. */
  static byte[] read(String text) {
    BigInteger number = BigInteger.ONE; // keeps leading zeros
    for (int i = 0; i < text.length(); i++) {
      int digit = ALPHABET.indexOf(text.charAt(i));
      number = number.multiply(BigInteger.valueOf(32)).add(BigInteger.valueOf(digit));
    }
    byte[] octets = number.toByteArray();
    byte[] read = new byte[text.length() * 5 / 8];
    System.arraycopy(octets, octets.length - read.length, read, 0, read.length);
    return read;
  }
}
