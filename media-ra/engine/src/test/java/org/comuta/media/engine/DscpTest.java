package org.comuta.media.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.comuta.media.engine.Calls.call;
import static org.comuta.media.engine.Calls.now;
import static org.comuta.media.engine.Calls.side;
import static org.comuta.media.engine.Calls.withDscp;

import org.comuta.media.CallPorts.LinePorts;
import org.comuta.media.MediaSide.Remote;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The marks of RFC 4594 as they arrive. */
@EnabledOnOs(OS.LINUX)
class DscpTest extends EngineTest {
  @Test
  void packetsToEachSideBearItsMark() throws Exception {
    Phone caller = phone();
    try (MarkReader marks = new MarkReader(false)) {
      Remote called = new Remote("127.0.0.1", marks.port(), marks.port());
      LinePorts ports = open(caller, called, 46);
      caller.send("127.0.0.1", ports.caller().rtp(), Phone.rtp(1, 1));
      assertThat(marks.next()).isEqualTo(46);
      assertThat(open(caller, called, 34)).isEqualTo(ports);
      caller.send("127.0.0.1", ports.caller().rtp(), Phone.rtp(1, 2));
      assertThat(marks.next()).isEqualTo(34);
      assertThat(open(caller, called, 0)).isEqualTo(ports);
      caller.send("127.0.0.1", ports.caller().rtp(), Phone.rtp(1, 3));
      assertThat(marks.next()).isZero();
    }
  }

  @Test
  void packetsOverIpv6BearItToo() throws Exception {
    Phone caller = phone();
    try (MarkReader marks = new MarkReader(true)) {
      LinePorts ports = open(caller, new Remote("::1", marks.port(), marks.port()), 46);
      caller.send("127.0.0.1", ports.caller().rtp(), Phone.rtp(1, 1));
      assertThat(marks.next()).isEqualTo(46);
    }
  }

  private LinePorts open(Phone caller, Remote called, int dscp) {
    return now(engine.set(call("1", side(caller.remote()), withDscp(side(called), dscp))))
        .lines()
        .get(0);
  }
}
