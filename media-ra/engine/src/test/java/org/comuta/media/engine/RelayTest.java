package org.comuta.media.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.comuta.media.engine.Calls.call;
import static org.comuta.media.engine.Calls.held;
import static org.comuta.media.engine.Calls.now;
import static org.comuta.media.engine.Calls.side;
import static org.comuta.media.engine.Calls.statistics;
import static org.comuta.media.engine.Calls.withMux;

import java.time.Duration;
import java.util.List;
import org.comuta.media.CallMedia;
import org.comuta.media.CallPorts.LinePorts;
import org.comuta.media.MediaLine;
import org.comuta.media.Side;
import org.junit.jupiter.api.Test;

class RelayTest extends EngineTest {
  private static final String US = "127.0.0.1";

  @Test
  void packetsPassUnchangedBothWays() throws Exception {
    Phone caller = phone();
    Phone called = phone();
    LinePorts ports = openCall(call("1", side(caller.remote()), side(called.remote())));
    byte[] there = Phone.rtp(1, 1);
    caller.send(US, ports.caller().rtp(), there);
    assertThat(called.receive()).isEqualTo(there);
    byte[] back = Phone.rtp(2, 1);
    called.send(US, ports.called().rtp(), back);
    assertThat(caller.receive()).isEqualTo(back);
  }

  @Test
  void rtcpPassesOnItsOwnPorts() throws Exception {
    Phone caller = phone();
    Phone called = phone();
    LinePorts ports = openCall(call("1", side(caller.remote()), side(called.remote())));
    byte[] report = Phone.senderReport(1, 7, 2, 0, 0, 0);
    caller.sendControl(US, ports.caller().rtcp(), report);
    assertThat(called.receiveControl()).isEqualTo(report);
  }

  @Test
  void rtcpPassesBetweenASideThatMultiplexesAndOneThatDoesNot() throws Exception {
    Phone caller = phone();
    Phone called = phone();
    LinePorts ports =
        openCall(call("1", withMux(side(caller.remoteWithMux())), side(called.remote())));
    assertThat(ports.caller().rtcp()).isEqualTo(ports.caller().rtp());
    byte[] report = Phone.senderReport(1, 7, 2, 0, 0, 0);
    caller.send(US, ports.caller().rtp(), report);
    assertThat(called.receiveControl()).isEqualTo(report);
    byte[] answer = Phone.senderReport(2, 8, 1, 0, 0, 0);
    called.sendControl(US, ports.called().rtcp(), answer);
    assertThat(caller.receive()).isEqualTo(answer);
  }

  @Test
  void ipv4AndIpv6SpeakToEachOther() throws Exception {
    Phone caller = phone();
    Phone called = phone("::1");
    LinePorts ports = openCall(call("1", side(caller.remote()), side(called.remote())));
    caller.send(US, ports.caller().rtp(), Phone.rtp(1, 1));
    assertThat(called.receive()).isEqualTo(Phone.rtp(1, 1));
    called.send("::1", ports.called().rtp(), Phone.rtp(2, 1));
    assertThat(caller.receive()).isEqualTo(Phone.rtp(2, 1));
    assertThat(statistics(engine, "1", Side.CALLED).source())
        .isEqualTo("[0:0:0:0:0:0:0:1]:" + called.port());
  }

  @Test
  void whatASideOnHoldSendsIsDroppedButItsRtcpPasses() throws Exception {
    Phone caller = phone();
    Phone called = phone();
    LinePorts ports = openCall(call("1", held(side(caller.remote())), side(called.remote())));
    caller.send(US, ports.caller().rtp(), Phone.rtp(1, 1));
    caller.sendControl(US, ports.caller().rtcp(), Phone.senderReport(1, 7, 2, 0, 0, 0));
    assertThat(called.receiveControl()).hasSize(52);
    assertThat(called.hearsNothing()).isTrue();
  }

  @Test
  void datagramsThatAreNotRtpPassOnALineOfAnotherKind() throws Exception {
    Phone caller = phone();
    Phone called = phone();
    MediaLine fax =
        new MediaLine(MediaLine.Kind.OTHER, true, side(caller.remote()), side(called.remote()));
    LinePorts ports = openCall(call("1", fax));
    byte[] packet = {0, 1, 2};
    caller.send(US, ports.caller().rtp(), packet);
    assertThat(called.receive()).isEqualTo(packet);
    assertThat(statistics(engine, "1", Side.CALLER).packetsReceived()).isEqualTo(1);
  }

  @Test
  void aPacketLongerThanAnyPhoneSendsIsDropped() throws Exception {
    Phone caller = phone();
    Phone called = phone();
    LinePorts ports = openCall(call("1", side(caller.remote()), side(called.remote())));
    byte[] long2048 = new byte[2048];
    System.arraycopy(Phone.rtp(1, 1), 0, long2048, 0, 12);
    byte[] tooLong = new byte[2049];
    System.arraycopy(Phone.rtp(1, 2), 0, tooLong, 0, 12);
    caller.send(US, ports.caller().rtp(), tooLong);
    caller.send(US, ports.caller().rtp(), long2048);
    assertThat(called.receive()).isEqualTo(long2048);
    assertThat(called.hearsNothing()).isTrue();
    assertThat(engine.metrics().total(EngineMetrics.ThreadMetrics::malformedDropped)).isEqualTo(1);
  }

  @Test
  void whatWasCountedIsToldAtTheEnd() throws Exception {
    Phone caller = phone();
    Phone called = phone();
    LinePorts ports = openCall(call("1", side(caller.remote()), side(called.remote())));
    for (int sequence = 1; sequence <= 20; sequence++) {
      if (sequence != 10) {
        caller.send(US, ports.caller().rtp(), Phone.rtp(1, sequence));
        called.receive();
      }
    }
    var line = now(engine.end("1")).lines().get(0);
    assertThat(line.caller().packetsReceived()).isEqualTo(19);
    assertThat(line.caller().octetsReceived()).isEqualTo(19 * 172);
    assertThat(line.caller().packetsLost()).isEqualTo(1);
    assertThat(line.caller().encoding()).isEqualTo("PCMA");
    assertThat(line.caller().source()).isEqualTo("127.0.0.1:" + caller.port());
    assertThat(line.caller().mos()).isBetween(2.0, 4.4);
    assertThat(line.called().packetsSent()).isEqualTo(19);
    assertThat(line.called().mos()).isZero();
    assertThat(line.called().roundTripMillis()).isNegative();
    assertThat(engine.metrics().sockets()).isZero();
    assertThat(engine.metrics().portsInUse()).isZero();
  }

  @Test
  void askingTheSameTwiceChangesNothing() throws Exception {
    Phone caller = phone();
    Phone called = phone();
    CallMedia media = call("1", side(caller.remote()), side(called.remote()));
    LinePorts ports = openCall(media);
    caller.send(US, ports.caller().rtp(), Phone.rtp(1, 1));
    called.receive();
    assertThat(openCall(media)).isEqualTo(ports);
    CallMedia longer = new CallMedia("1", media.lines(), Duration.ofSeconds(30));
    assertThat(openCall(longer)).isEqualTo(ports);
    assertThat(statistics(engine, "1", Side.CALLER).packetsReceived()).isEqualTo(1);
    assertThat(engine.metrics().sockets()).isEqualTo(4);
  }

  @Test
  void aLineThatIsTakenBackGivesItsPortsBackAndKeepsItsPlace() throws Exception {
    Phone caller = phone();
    Phone called = phone();
    MediaLine audio = Calls.line(side(caller.remote()), side(called.remote()));
    MediaLine video =
        new MediaLine(MediaLine.Kind.VIDEO, true, side(caller.remote()), side(called.remote()));
    var both = now(engine.set(call("1", audio, video)));
    assertThat(engine.metrics().sockets()).isEqualTo(8);
    MediaLine refused = new MediaLine(video.kind(), false, video.caller(), video.called());
    var less = now(engine.set(call("1", audio, refused)));
    assertThat(less.lines().get(0)).isEqualTo(both.lines().get(0));
    assertThat(less.lines().get(1).caller().rtp()).isZero();
    assertThat(engine.metrics().sockets()).isEqualTo(4);
    assertThat(now(engine.end("1")).lines())
        .extracting(line -> line.kind())
        .isEqualTo(List.of(MediaLine.Kind.AUDIO, MediaLine.Kind.VIDEO));
  }

  private LinePorts openCall(CallMedia media) {
    return now(engine.set(media)).lines().get(0);
  }
}
