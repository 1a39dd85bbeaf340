package org.comuta.sip.container.stack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.parser.StringMsgParser;
import java.text.ParseException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.comuta.sip.container.lane.LaneGroup;
import org.comuta.sip.container.lane.LaneImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class AnsweredRequestsTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  private final LaneGroup lanes =
      new LaneGroup(1, 100, AnsweredRequestsTest.class.getClassLoader());
  private final LaneImpl lane = lanes.lane(0);

  @BeforeEach
  void start() {
    lanes.start();
  }

  @AfterEach
  void stop() throws InterruptedException {
    lanes.stop();
  }

  @Test
  void knowsARequestThatComesAgain() {
    AnsweredRequests answered = new AnsweredRequests(lane, LONG);
    SIPRequest invite = request("INVITE", "198.51.100.1:5060", "z9hG4bKa");
    absorb(answered, invite);
    assertThat(knows(answered, request("INVITE", "198.51.100.1:5060", "z9hG4bKa"))).isTrue();
  }

  @Test
  void doesNotKnowAnotherBranchMethodOrSender() {
    AnsweredRequests answered = new AnsweredRequests(lane, LONG);
    absorb(answered, request("INVITE", "198.51.100.1:5060", "z9hG4bKa"));
    assertThat(knows(answered, request("INVITE", "198.51.100.1:5060", "z9hG4bKb"))).isFalse();
    assertThat(knows(answered, request("ACK", "198.51.100.1:5060", "z9hG4bKa"))).isFalse();
    assertThat(knows(answered, request("CANCEL", "198.51.100.1:5060", "z9hG4bKa"))).isFalse();
    assertThat(knows(answered, request("INVITE", "198.51.100.2:5060", "z9hG4bKa"))).isFalse();
    assertThat(knows(answered, request("INVITE", "198.51.100.1:5070", "z9hG4bKa"))).isFalse();
  }

  /** As before RFC 3261: the branch says nothing, the other headers tell the request. */
  @Test
  void knowsARequestWithoutAUniqueBranch() {
    AnsweredRequests answered = new AnsweredRequests(lane, LONG);
    absorb(answered, request("INVITE", "198.51.100.1:5060", "1"));
    assertThat(knows(answered, request("INVITE", "198.51.100.1:5060", "1"))).isTrue();
    assertThat(knows(answered, request("INVITE", "198.51.100.2:5060", "1"))).isFalse();
  }

  @Test
  void tellsACancelFromTheRequestItCancels() {
    AnsweredRequests answered = new AnsweredRequests(lane, LONG);
    absorb(answered, request("INVITE", "198.51.100.1:5060", "z9hG4bKa"));
    absorb(answered, request("CANCEL", "198.51.100.1:5060", "z9hG4bKa"));
    assertThat(knows(answered, request("INVITE", "198.51.100.1:5060", "z9hG4bKa"))).isTrue();
    assertThat(knows(answered, request("CANCEL", "198.51.100.1:5060", "z9hG4bKa"))).isTrue();
  }

  @Test
  void forgetsAfterItsTime() {
    AnsweredRequests answered = new AnsweredRequests(lane, Duration.ofMillis(64));
    SIPRequest invite = request("INVITE", "198.51.100.1:5060", "z9hG4bKa");
    absorb(answered, invite);
    while (knows(answered, invite)) {
      Thread.onSpinWait();
    }
    absorb(answered, invite);
    assertThat(knows(answered, invite)).isTrue();
  }

  @Test
  void aFloodPushesOutTheOldest() {
    AnsweredRequests answered = new AnsweredRequests(lane, LONG);
    for (int i = 0; i <= 20_000; i++) {
      absorb(answered, request("INVITE", "198.51.100.1:5060", "z9hG4bK" + i));
    }
    assertThat(knows(answered, request("INVITE", "198.51.100.1:5060", "z9hG4bK0"))).isFalse();
    assertThat(knows(answered, request("INVITE", "198.51.100.1:5060", "z9hG4bK1"))).isTrue();
    assertThat(knows(answered, request("INVITE", "198.51.100.1:5060", "z9hG4bK20000"))).isTrue();
  }

  private void absorb(AnsweredRequests answered, SIPRequest request) {
    onLane(
        () -> {
          answered.absorb(request);
          return true;
        });
  }

  private boolean knows(AnsweredRequests answered, SIPRequest request) {
    return onLane(() -> answered.answers(request));
  }

  private boolean onLane(Supplier<Boolean> work) {
    return CompletableFuture.supplyAsync(work, lane).join();
  }

  private static SIPRequest request(String method, String sentBy, String branch) {
    String text =
        method
            + " sip:100@192.0.2.1 SIP/2.0\r\nVia: SIP/2.0/UDP "
            + sentBy
            + ";branch="
            + branch
            + "\r\nFrom: <sip:200@192.0.2.2>;tag=f\r\nTo: <sip:100@192.0.2.1>\r\n"
            + "Call-ID: same\r\nCSeq: 1 "
            + method
            + "\r\nMax-Forwards: 70\r\nContent-Length: 0\r\n\r\n";
    try {
      return (SIPRequest)
          new StringMsgParser().parseSIPMessage(text.getBytes(UTF_8), true, false, null);
    } catch (ParseException e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}
