package org.comuta.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.Notification;
import javax.management.NotificationBroadcasterSupport;
import javax.management.ObjectName;
import javax.management.StandardEmitterMBean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicConnectionsTest {
  /** What is used of the broker's own MBean. */
  public interface Broker {
    String listConnections(String options, int page, int size);

    String listConsumers(String options, int page, int size);

    boolean closeConnectionWithID(String id);
  }

  /** A broker with two programs, one of which reads both topics, and the exchange itself. */
  private static final class TwoPrograms implements Broker {
    private final List<String> closed = new ArrayList<>();

    @Override
    public String listConnections(String options, int page, int size) {
      return """
          {"data":[
            {"connectionID":"a","remoteAddress":"192.0.2.7:40000","users":"t1,t2",
             "localAddress":"tcp:///198.51.100.1:8443","sessionCount":2},
            {"connectionID":"b","remoteAddress":"[2001:db8:0:0:0:0:0:7]:40001","users":"",
             "localAddress":"tcp:///[2001:db8:0:0:0:0:0:1]:8443"},
            {"connectionID":"c","remoteAddress":"invm:0","users":"","localAddress":"invm:0"}],
           "count":3}""";
    }

    @Override
    public String listConsumers(String options, int page, int size) {
      return """
          {"data":[
            {"remoteAddress":"192.0.2.7:40000","localAddress":"tcp:///198.51.100.1:8443",
             "address":"jms.topic.comuta.events"},
            {"remoteAddress":"192.0.2.7:40000","localAddress":"tcp:///198.51.100.1:8443",
             "address":"jms.topic.comuta.administration"}],
           "count":2}""";
    }

    @Override
    public boolean closeConnectionWithID(String id) {
      return closed.add(id);
    }
  }

  private final MBeanServer server = MBeanServerFactory.newMBeanServer();
  private final TwoPrograms broker = new TwoPrograms();
  private final NotificationBroadcasterSupport news = new NotificationBroadcasterSupport();
  private final AtomicInteger told = new AtomicInteger();
  private final TopicConnections connections = new TopicConnections(server, told::incrementAndGet);

  private void begin() throws Exception {
    server.registerMBean(
        new StandardEmitterMBean(broker, Broker.class, news),
        new ObjectName("org.apache.activemq.artemis:broker=\"default\""));
  }

  @Test
  void programsAreListedWithTheirEndsAndWhatTheyRead() throws Exception {
    begin();

    assertThat(connections.all())
        .containsExactly(
            new TopicConnection(
                "a",
                "192.0.2.7",
                "198.51.100.1",
                Set.of("t1", "t2"),
                Set.of("comuta.events", "comuta.administration")),
            new TopicConnection(
                "b", "2001:db8:0:0:0:0:0:7", "2001:db8:0:0:0:0:0:1", Set.of(), Set.of()));
  }

  @Test
  void theOneThatIsMeantIsClosed() throws Exception {
    begin();

    connections.close(connections.all().getFirst());

    assertThat(broker.closed).containsExactly("a");
  }

  @Test
  void whoMovesIsToldOfOnceHoweverOftenItIsListenedTo() throws Exception {
    assertThat(connections.listen()).isFalse();
    begin();
    assertThat(connections.listen()).isTrue();
    assertThat(connections.listen()).isTrue();

    for (String type : List.of("SESSION_CREATED", "CONSUMER_CREATED", "SESSION_CLOSED")) {
      news.sendNotification(new Notification(type, this, 1));
    }
    assertThat(told).hasValue(2);

    connections.stopListening();
    news.sendNotification(new Notification("SESSION_CREATED", this, 2));
    assertThat(told).hasValue(2);
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "192.0.2.7:40000,                192.0.2.7",
    "/192.0.2.7:40000,               192.0.2.7",
    "tcp:///192.0.2.7:8443,          192.0.2.7",
    "[2001:db8::7]:40000,            2001:db8:0:0:0:0:0:7",
    "2001:db8:0:0:0:0:0:7:40000,     2001:db8:0:0:0:0:0:7",
    "[fe80:0:0:0:0:0:0:1%eth0]:4000, fe80:0:0:0:0:0:0:1",
    "pbx.example:8443,               ''",
    "null,                           ''",
    "'',                             ''",
  })
  void anEndIsAnAddress(String end, String address) {
    assertThat(TopicConnections.address(end)).isEqualTo(address);
  }
}
