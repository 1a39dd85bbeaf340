package org.comuta.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrefixTest {
  @ParameterizedTest(name = "{0} is {1}, exact {2}")
  @CsvSource({
    "192.0.2.7, 192.0.2.7, true",
    "192.0.2.7/32, 192.0.2.7, true",
    "192.0.2.0/24, 192.0.2.0/24, true",
    "192.0.2.7/24, 192.0.2.0/24, false",
    "0.0.0.0/0, 0.0.0.0/0, true",
    "10.0.0.0/8, 10.0.0.0/8, true",
    "::/0, 0:0:0:0:0:0:0:0/0, true",
    "2001:db8::/32, 2001:db8:0:0:0:0:0:0/32, true",
    "2001:DB8::1, 2001:db8:0:0:0:0:0:1, true",
    "2001:db8::1/64, 2001:db8:0:0:0:0:0:0/64, false",
    "2001:db8::1/127, 2001:db8:0:0:0:0:0:0/127, false",
    "::ffff:192.0.2.7, 192.0.2.7, true",
    "::ffff:192.0.2.0/24, 192.0.2.0/24, true",
  })
  void isReadAndSpeltInOneWay(String text, String canonical, boolean exact) {
    assertThat(Prefix.parse(text)).hasToString(canonical);
    assertThat(Prefix.isExact(text)).isEqualTo(exact);
  }

  @ParameterizedTest(name = "\"{0}\" is none")
  @ValueSource(
      strings = {
        "",
        "/",
        "/8",
        "10.0.0.0/",
        "10.0.0.0/33",
        "10.0.0.0/-1",
        "10.0.0.0/08",
        "10.0.0.0/8/8",
        "10.0.0/8",
        "300.0.0.0/8",
        "::/129",
        "::1%lo",
        "fe80::1%1/64",
        "host/8",
        "example.net",
        "10.0.0.0 /8",
        "::ffff:192.0.2.0/120"
      })
  void otherTextsAreNone(String text) {
    assertThat(Prefix.parse(text)).isNull();
    assertThat(Prefix.isExact(text)).isFalse();
  }

  @ParameterizedTest(name = "{0} holds {1}: {2}")
  @CsvSource({
    "192.0.2.0/24, 192.0.2.255, true",
    "192.0.2.0/24, 192.0.3.0, false",
    "192.0.2.128/25, 192.0.2.127, false",
    "0.0.0.0/0, 255.255.255.255, true",
    "0.0.0.0/0, ::1, false",
    "::/0, 192.0.2.1, false",
    "::/0, 2001:db8::1, true",
    "2001:db8::/65, 2001:db8::7fff:0:0:1, true",
    "2001:db8::/65, 2001:db8::8000:0:0:1, false",
    "192.0.2.7, 192.0.2.7, true",
    "192.0.2.7, 192.0.2.6, false",
  })
  void holdsAddresses(String prefix, String address, boolean holds) {
    assertThat(read(prefix).contains(Prefix.of(InetAddress.ofLiteral(address)))).isEqualTo(holds);
  }

  private static Prefix read(String text) {
    return Objects.requireNonNull(Prefix.parse(text));
  }

  private static Prefix of(byte[] octets, int length) throws UnknownHostException {
    Prefix one = Prefix.of(InetAddress.getByAddress(octets));
    return new Prefix(one.v6(), one.high(), one.low(), length);
  }

  /** What a prefix is, told without bits: both numbers agree when what follows is cut off. */
  @Property
  void aPrefixOfIpv6HoldsWhatBeginsAsItDoes(
      @ForAll @Size(16) byte[] one,
      @ForAll @Size(16) byte[] other,
      @ForAll @IntRange(max = 128) int length,
      @ForAll @IntRange(max = 16) int same)
      throws UnknownHostException {
    System.arraycopy(one, 0, other, 0, same);
    Prefix address = Prefix.of(InetAddress.getByAddress(other));
    boolean begins =
        new BigInteger(1, one)
            .shiftRight(128 - length)
            .equals(new BigInteger(1, other).shiftRight(128 - length));
    assertThat(!address.v6() || of(one, length).contains(address) == begins).isTrue();
  }

  @Property
  void whatIsSpeltIsReadAsTheSame(
      @ForAll @Size(4) byte[] octets, @ForAll @IntRange(max = 32) int length)
      throws UnknownHostException {
    Prefix prefix = of(octets, length);
    assertThat(Prefix.parse(prefix.toString())).isEqualTo(prefix);
    assertThat(Prefix.isExact(prefix.toString())).isTrue();
    assertThat(prefix.contains(Prefix.of(prefix.first()))).isTrue();
  }

  @Property
  void bitsAreThoseOfTheAddress(
      @ForAll @Size(16) byte[] octets, @ForAll @IntRange(max = 127) int index)
      throws UnknownHostException {
    Prefix prefix = Prefix.of(InetAddress.getByAddress(octets));
    BigInteger number = new BigInteger(1, octets);
    assertThat(!prefix.v6() || prefix.bit(index) == 1 == number.testBit(127 - index)).isTrue();
  }
}
