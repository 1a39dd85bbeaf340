package org.comuta.sdp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

class SdpPropertyTest {
  @Property(tries = 2_000)
  void anyOctetsAreADescriptionOrATypedError(@ForAll @Size(max = 2_000) byte[] octets) {
    assertThat(read(octets).map(SdpPropertyTest::again).orElse(true)).isTrue();
  }

  @Property(tries = 5_000)
  void anyLinesAreADescriptionOrATypedError(@ForAll("lines") List<String> lines) {
    byte[] octets =
        ("v=0\no=- 1 1 IN IP4 192.0.2.1\n" + String.join("\n", lines))
            .getBytes(StandardCharsets.ISO_8859_1);
    assertThat(read(octets).map(SdpPropertyTest::again).orElse(true)).isTrue();
  }

  @Property
  void whatIsWrittenIsReadAgain(@ForAll("descriptions") SessionDescription description)
      throws SdpException {
    assertThat(SdpReader.read(SdpWriter.write(description))).isEqualTo(description);
  }

  @Property
  void whatWeTellShowsNoAddressOfTheOtherSide(
      @ForAll("descriptions") SessionDescription description) {
    List<OurLine> lines =
        description.media().stream()
            .map(line -> new OurLine(20_000, 20_001, true, Direction.SENDRECV))
            .toList();
    NetworkAddress ours = NetworkAddress.of("203.0.113.9");
    String told = SdpWriter.contents(Relaying.ours(description, ours, lines));
    assertThat(told).contains("c=IN IP4 203.0.113.9").doesNotContain("192.0.2.", "2001:db8");
    assertThat(told.lines().filter(line -> line.startsWith("m=")))
        .hasSameSizeAs(lines)
        .allMatch(line -> line.contains(" 20000 "));
  }

  private static Optional<SessionDescription> read(byte[] octets) {
    try {
      return Optional.of(SdpReader.read(octets));
    } catch (SdpException typed) {
      return Optional.empty();
    }
  }

  /** Whatever was read can be written, read the same, and told to another side. */
  private static boolean again(SessionDescription description) {
    List<OurLine> lines =
        description.media().stream()
            .map(line -> LineTerms.of(description, line))
            .map(
                terms ->
                    terms.usable() ? new OurLine(2, 9, true, terms.direction()) : OurLine.REFUSED)
            .toList();
    SessionDescription ours = Relaying.ours(description, NetworkAddress.of("203.0.113.9"), lines);
    return read(SdpWriter.write(description)).equals(Optional.of(description))
        && read(SdpWriter.write(ours)).equals(Optional.of(ours));
  }

  @Provide
  Arbitrary<List<String>> lines() {
    Arbitrary<String> known =
        Arbitraries.of(
            "s=-",
            "t=0 0",
            "c=IN IP4 192.0.2.1",
            "c=IN IP4 224.0.0.1/9",
            "c=IN IP6 ::",
            "c=IN IP4 host",
            "m=audio 5 RTP/AVP 0 8",
            "m=video 0 RTP/AVP 99",
            "m=image 9 udptl t38",
            "m=x 9/2 TCP/MSRP *",
            "a=rtpmap:0 PCMU/8000",
            "a=rtcp:99999",
            "a=rtcp:5 IN IP4 192.0.2.1",
            "a=rtcp-mux",
            "a=inactive",
            "a=fmtp:8",
            "a=fmtp:8 x",
            "a=T38FaxVersion:0",
            "b=AS:1");
    Arbitrary<String> rest = Arbitraries.strings().withCharRange(' ', '~').ofMaxLength(30);
    Arbitrary<String> any =
        Combinators.combine(Arbitraries.of("a=", "m=audio ", "c=IN IP4 ", "b=", "i="), rest)
            .as(String::concat);
    return Arbitraries.oneOf(known, any).list().ofMaxSize(20);
  }

  @Provide
  Arbitrary<SessionDescription> descriptions() {
    Arbitrary<Origin> origins =
        Combinators.combine(words(), addresses())
            .as((word, address) -> new Origin(word, "1", "2", address));
    return Combinators.combine(
            origins,
            addresses().injectNull(0.3),
            bandwidths(),
            attributes(),
            media().list().ofMaxSize(4))
        .as(SessionDescription::new);
  }

  private static Arbitrary<MediaDescription> media() {
    return Combinators.combine(
            Arbitraries.of("audio", "video", "image"),
            Arbitraries.integers().between(0, 65_535),
            Arbitraries.of("RTP/AVP", "RTP/SAVP", "udptl", "TCP/MSRP"),
            Arbitraries.of("0", "8", "96", "t38").list().ofMinSize(1).ofMaxSize(4),
            addresses().injectNull(0.5),
            bandwidths(),
            attributes())
        .as(
            (type, port, protocol, formats, address, limits, attributes) ->
                new MediaDescription(
                    type, port, 1, protocol, formats, address, limits, attributes));
  }

  private static Arbitrary<NetworkAddress> addresses() {
    return Arbitraries.of("192.0.2.1", "192.0.2.77", "2001:db8::5", "0.0.0.0")
        .map(NetworkAddress::of);
  }

  private static Arbitrary<List<Bandwidth>> bandwidths() {
    return Combinators.combine(
            Arbitraries.of("AS", "TIAS", "X-YZ"), Arbitraries.longs().between(0, Bandwidth.MOST))
        .as(Bandwidth::new)
        .list()
        .ofMaxSize(2);
  }

  private static Arbitrary<List<Attribute>> attributes() {
    Arbitrary<Attribute> named = words().map(Attribute::of);
    Arbitrary<Attribute> telling =
        Arbitraries.of(
            Attribute.of("rtpmap", "96 opus/48000/2"),
            Attribute.of("fmtp", "96 useinbandfec=1"),
            Attribute.of("candidate", "1 1 UDP 2130706431 192.0.2.1 8998 typ host"),
            Attribute.of("rtcp", "5000 IN IP4 192.0.2.1"),
            Attribute.of("ice-ufrag", "192.0.2.1"),
            Attribute.of("remote-candidates", "1 2001:db8::5 45664"),
            Attribute.of("ssrc", "11 cname:a@192.0.2.1"),
            Attribute.of("sendonly"));
    return Arbitraries.oneOf(named, telling).list().ofMaxSize(6);
  }

  private static Arbitrary<String> words() {
    return Arbitraries.strings()
        .withCharRange('a', 'z')
        .withChars('-')
        .ofMinLength(1)
        .ofMaxLength(9);
  }
}
