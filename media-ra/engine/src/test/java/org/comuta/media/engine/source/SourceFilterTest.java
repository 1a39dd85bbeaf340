package org.comuta.media.engine.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose packets are taken, case by case. */
class SourceFilterTest {
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
  private static final Endpoint SIGNALLED = endpoint("192.0.2.1", 4000);
  private static final int STREAM = 77;

  private long now = 1000 * SECOND;
  private final SourceFilter filter = new SourceFilter(3 * SECOND, null);

  @ParameterizedTest(name = "strict {0}, trusted {1}: the first packet from {2} is taken: {3}")
  @CsvSource({
    "true,  ,             192.0.2.1:4000,    true",
    "true,  ,             192.0.2.1:4002,    false",
    "true,  198.51.100.7, 198.51.100.7:4000, false",
    "false, ,             192.0.2.1:4000,    true",
    "false, ,             192.0.2.1:4002,    true",
    "false, ,             198.51.100.7:4000, false",
    "false, 198.51.100.7, 198.51.100.7:1,    true",
    "false, 198.51.100.7, 198.51.100.8:4000, false",
  })
  void theFirstPacket(boolean strict, @Nullable String trusted, String from, boolean taken) {
    filter.configure(strict, SIGNALLED, addresses(trusted), now);
    assertThat(offer(from, STREAM)).isEqualTo(taken);
    assertThat(filter.destination()).isEqualTo(taken ? parse(from) : SIGNALLED);
  }

  @ParameterizedTest(
      name = "after a packet from {0} and {1} s, one from {2} of the same stream {3}: taken {4}")
  @CsvSource({
    // The signalled place is always right.
    "192.0.2.1:5000,    0, 192.0.2.1:4000,    false, true",
    "198.51.100.7:9,    0, 192.0.2.1:4000,    false, true",
    "198.51.100.7:9, 3600, 192.0.2.1:4000,    false, true",
    // Nobody else takes over from a source that is heard.
    "192.0.2.1:4000,    0, 192.0.2.1:4002,    true,  false",
    "192.0.2.1:4000,    2, 192.0.2.1:4002,    true,  false",
    "192.0.2.1:4000,    0, 198.51.100.7:9,    true,  false",
    "198.51.100.7:9,    0, 198.51.100.7:10,   true,  false",
    "198.51.100.7:9,    2, 198.51.100.7:10,   true,  false",
    // After a silence the same stream may go on from another binding of the side's own.
    "198.51.100.7:9,    3, 198.51.100.7:10,   true,  true",
    "192.0.2.1:5000,    3, 198.51.100.7:10,   true,  true",
    // Another stream may not, nor a stranger who knows the stream.
    "198.51.100.7:9, 3600, 198.51.100.7:10,   false, false",
    "198.51.100.7:9, 3600, 203.0.113.66:9,    true,  false",
  })
  void aLaterPacket(String first, int seconds, String later, boolean same, boolean taken) {
    filter.configure(false, SIGNALLED, addresses("198.51.100.7"), now);
    assertThat(offer(first, STREAM)).isTrue();
    now += seconds * SECOND;
    assertThat(offer(later, same ? STREAM : STREAM + 1)).isEqualTo(taken);
    assertThat(filter.destination()).isEqualTo(parse(taken ? later : first));
  }

  @Test
  void aSprayOfStrangersBeforeAndAfterTheFirstPacketChangesNothing() {
    filter.configure(false, SIGNALLED, List.of(), now);
    spray();
    assertThat(filter.destination()).isEqualTo(SIGNALLED);
    assertThat(offer("192.0.2.1:4000", STREAM)).isTrue();
    spray();
    now += 3600 * SECOND;
    spray();
    assertThat(filter.destination()).isEqualTo(SIGNALLED);
    assertThat(offer("192.0.2.1:4000", STREAM)).isTrue();
  }

  private void spray() {
    for (int host = 1; host < 255; host++) {
      for (int port = 3990; port < 4010; port++) {
        assertThat(offer("203.0.113." + host + ":" + port, STREAM)).isFalse();
      }
    }
  }

  @Test
  void withoutAnythingKnownNobodyIsTaken() {
    filter.configure(false, null, List.of(), now);
    assertThat(offer("192.0.2.1:4000", STREAM)).isFalse();
    assertThat(filter.destination()).isNull();
    filter.configure(true, null, List.of(), now);
    assertThat(offer("192.0.2.1:4000", STREAM)).isFalse();
  }

  @Test
  void aTrustedSourceIsTakenAndSentToBeforeTheSideSaidWhereItIs() {
    filter.configure(false, null, addresses("198.51.100.7"), now);
    assertThat(offer("198.51.100.7:9", STREAM)).isTrue();
    assertThat(filter.destination()).isEqualTo(parse("198.51.100.7:9"));
  }

  @Test
  void whatWasLearnedIsKeptWhileTheSignalledPlaceStays() {
    filter.configure(false, SIGNALLED, addresses("198.51.100.7"), now);
    offer("198.51.100.7:9", STREAM);
    filter.configure(false, SIGNALLED, addresses("198.51.100.7"), now);
    assertThat(filter.destination()).isEqualTo(parse("198.51.100.7:9"));
  }

  @Test
  void anotherSignalledPlaceIsLearnedAnew() {
    filter.configure(false, SIGNALLED, addresses("198.51.100.7"), now);
    offer("198.51.100.7:9", STREAM);
    Endpoint moved = endpoint("192.0.2.1", 6000);
    filter.configure(false, moved, addresses("198.51.100.7"), now);
    assertThat(filter.destination()).isEqualTo(moved);
    assertThat(offer("198.51.100.7:10", STREAM)).isTrue();
  }

  @Test
  void aSourceThatIsTrustedNoLongerIsForgotten() {
    filter.configure(false, SIGNALLED, addresses("198.51.100.7"), now);
    offer("198.51.100.7:9", STREAM);
    filter.configure(false, SIGNALLED, List.of(), now);
    assertThat(filter.destination()).isEqualTo(SIGNALLED);
    assertThat(offer("198.51.100.7:9", STREAM)).isFalse();
  }

  @Test
  void afterAHoldAnotherStreamFromAnotherBindingIsTakenOnceTheOldOneStaysSilent() {
    filter.configure(false, SIGNALLED, addresses("198.51.100.7"), now);
    offer("198.51.100.7:9", STREAM);
    now += 60 * SECOND;
    filter.resume(now);
    assertThat(offer("198.51.100.7:10", STREAM + 1)).isFalse();
    now += 3 * SECOND;
    assertThat(offer("203.0.113.66:10", STREAM + 1)).isFalse();
    assertThat(offer("198.51.100.7:10", STREAM + 1)).isTrue();
  }

  @Test
  void rtcpComesFromWhereRtpComes() {
    SourceFilter rtcp = new SourceFilter(15 * SECOND, filter);
    List<Address> trusted = addresses("198.51.100.7");
    filter.configure(false, SIGNALLED, trusted, now);
    rtcp.configure(false, endpoint("192.0.2.1", 4001), trusted, now);
    offer("198.51.100.7:9", STREAM);
    assertThat(offer(rtcp, "192.0.2.1:4003", STREAM)).isFalse();
    assertThat(offer(rtcp, "198.51.100.7:10", STREAM)).isTrue();
  }

  private boolean offer(String from, int stream) {
    return offer(filter, from, stream);
  }

  /** What a relay does with a sound packet. */
  private boolean offer(SourceFilter to, String from, int stream) {
    Endpoint source = parse(from);
    long high = source.address().high();
    long low = source.address().low();
    if (to.holds(high, low, source.port())) {
      to.heard(stream, now);
      return true;
    }
    return to.mayLearn(high, low, source.port(), now)
        && to.learn(high, low, source.port(), 0, stream, now);
  }

  private static Endpoint parse(String text) {
    int colon = text.lastIndexOf(':');
    return endpoint(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
  }

  private static Endpoint endpoint(String address, int port) {
    return new Endpoint(Address.parse(address), port);
  }

  private static List<Address> addresses(@Nullable String literal) {
    return literal == null ? List.of() : List.of(Address.parse(literal));
  }
}
