package org.comuta.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import javax.management.StandardMBean;
import org.comuta.event.EventGroup;
import org.junit.jupiter.api.Test;

class ReadersTest {
  private final MBeanServer broker = MBeanServerFactory.newMBeanServer();
  private final Readers readers = new Readers(broker);

  /** An address as the broker shows it. */
  public interface Address {
    String[] getQueueNames();
  }

  private void has(String topic, String... subscriptions) throws Exception {
    Address address = () -> subscriptions;
    broker.registerMBean(
        new StandardMBean(address, Address.class),
        new ObjectName(
            "org.apache.activemq.artemis:broker=\"default\",component=addresses,address=\"jms.topic."
                + topic
                + "\""));
  }

  @Test
  void whoeverMayReadWhileTheBrokerStartsIsSentEverything() {
    assertThat(readers.groups()).containsExactly(EventGroup.values());
  }

  @Test
  void onlyWhatSomebodyReadsIsNamed() throws Exception {
    has("comuta.events", "a-durable-one", "another");
    has("comuta.administration");

    assertThat(readers.groups())
        .containsExactlyInAnyOrder(EventGroup.CALL, EventGroup.ALARM, EventGroup.EXCHANGE);
  }

  @Test
  void nothingIsNamedWhileNobodyReads() throws Exception {
    has("comuta.events");
    has("comuta.administration");

    assertThat(readers.groups()).isEmpty();
  }
}
