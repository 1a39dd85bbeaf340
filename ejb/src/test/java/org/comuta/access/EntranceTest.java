package org.comuta.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.comuta.access.Entrance.Verdict;
import org.comuta.identity.SettableClock;
import org.comuta.interfaces.InterfaceService;
import org.comuta.interfaces.Interfaces;
import org.comuta.interfaces.NetworkInterface;
import org.comuta.interfaces.TlsVerification;
import org.comuta.snapshot.LiveSnapshot;
import org.comuta.snapshot.Snapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntranceTest {
  /** Nobody from this address. */
  private static final AccessRules RULES =
      new AccessRules(
          List.of(
              new AccessRule(
                  Action.DENY, "192.0.2.66", List.copyOf(EnumSet.allOf(Service.class)), "")),
          Action.ALLOW);

  /** Two that share an address, one for calls alone, one of IPv6, and one that is not in use. */
  private static final Interfaces INTERFACES =
      new Interfaces(
          List.of(
              at("office", true, "192.0.2.1", InterfaceService.PORTAL, InterfaceService.API),
              at("desk", true, "192.0.2.1", InterfaceService.SSH),
              at("carrier", true, "203.0.113.1", InterfaceService.SIP, InterfaceService.MEDIA),
              at("monitoring", true, "2001:db8::1", InterfaceService.METRICS),
              at("spare", false, "198.51.100.1", InterfaceService.SIP)));

  private final SettableClock clock = new SettableClock();
  private final AccessLists lists = new AccessLists(clock, new RefusedSources(clock));
  private final LiveSnapshot live = new LiveSnapshot(with(INTERFACES));
  private final Entrance entrance = new Entrance(lists, live, new RefusedSources(clock));

  EntranceTest() {
    lists.publish(new AccessState(1, RULES, null));
  }

  private static NetworkInterface at(
      String name, boolean enabled, String address, InterfaceService... services) {
    return new NetworkInterface(
        name, enabled, "", address, List.of(services), 0, 0, "", 0, TlsVerification.SERVER, 0, 0);
  }

  private static Snapshot with(Interfaces interfaces) {
    Snapshot empty = Snapshot.empty();
    return new Snapshot(
        1,
        empty.naps(),
        empty.routes(),
        interfaces,
        empty.emergencies(),
        empty.intrusions(),
        Map.of());
  }

  private Verdict judge(Service service, String source, String ours) {
    return entrance.judge(service, InetAddress.ofLiteral(source), ours);
  }

  @ParameterizedTest(name = "{0} from {1} at {2}: {3}")
  @CsvSource({
    "PORTAL,  192.0.2.7,   192.0.2.1,             LET_IN",
    "API,     192.0.2.7,   192.0.2.1,             LET_IN",
    "SSH,     192.0.2.7,   192.0.2.1,             LET_IN",
    "METRICS, 192.0.2.7,   192.0.2.1,             NOT_OFFERED",
    "PORTAL,  192.0.2.7,   203.0.113.1,           NOT_OFFERED",
    "API,     192.0.2.7,   203.0.113.1,           NOT_OFFERED",
    "SSH,     192.0.2.7,   203.0.113.1,           NOT_OFFERED",
    "METRICS, 192.0.2.7,   203.0.113.1,           NOT_OFFERED",
    "API,     192.0.2.7,   ::ffff:203.0.113.1,    NOT_OFFERED",
    "METRICS, 2001:db8::7, 2001:db8:0:0:0:0:0:1,  LET_IN",
    "METRICS, 2001:db8::7, 2001:DB8::1%2,         LET_IN",
    "API,     2001:db8::7, 2001:db8:0:0:0:0:0:1,  NOT_OFFERED",
    "API,     192.0.2.7,   198.51.100.1,          LET_IN",
    "API,     192.0.2.7,   198.51.100.9,          LET_IN",
    "API,     192.0.2.7,   127.0.0.1,             LET_IN",
    "API,     127.0.0.1,   203.0.113.1,           LET_IN",
    "SSH,     ::1,         203.0.113.1,           LET_IN",
    "API,     127.0.0.2,   203.0.113.1,           NOT_OFFERED",
    "API,     192.0.2.66,  192.0.2.1,             SOURCE_REFUSED",
    "API,     192.0.2.66,  203.0.113.1,           SOURCE_REFUSED",
  })
  void theSourceIsJudgedAndThenTheAddressOfOurs(
      Service service, String source, String ours, Verdict verdict) {
    assertThat(judge(service, source, ours)).isEqualTo(verdict);
  }

  @Test
  void whatIsAppliedCountsAtOnce() {
    assertThat(judge(Service.SSH, "192.0.2.7", "203.0.113.1")).isEqualTo(Verdict.NOT_OFFERED);
    live.publish(with(Interfaces.NONE));
    assertThat(judge(Service.SSH, "192.0.2.7", "203.0.113.1")).isEqualTo(Verdict.LET_IN);
  }

  @Test
  void eachReasonHasACountOfItsOwn() {
    judge(Service.API, "192.0.2.7", "203.0.113.1");
    judge(Service.API, "192.0.2.66", "203.0.113.1");
    judge(Service.API, "127.0.0.1", "203.0.113.1");
    judge(Service.SSH, "192.0.2.7", "203.0.113.1");
    assertThat(entrance.notOffered())
        .containsEntry(Service.API, 1L)
        .containsEntry(Service.SSH, 1L)
        .containsEntry(Service.PORTAL, 0L);
    assertThat(lists.refused().totals()).containsEntry(Service.API, 1L);
  }
}
