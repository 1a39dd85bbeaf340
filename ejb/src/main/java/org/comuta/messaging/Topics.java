package org.comuta.messaging;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSProducer;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.TextMessage;
import jakarta.jms.Topic;
import java.time.Duration;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.comuta.event.CallContent;
import org.comuta.event.Event;
import org.comuta.event.EventGroup;
import org.jspecify.annotations.Nullable;

/**
 * A connection to the broker in this server, and the two topics: one of what whoever watches may
 * see, one of what administrators do. One thread.
 */
final class Topics implements AutoCloseable {
  private static final String FACTORY = "java:/jms/comuta";

  /** Names in the broker, behind jms.topic. */
  static final String EVENTS = "comuta.events";

  static final String ADMINISTRATION = "comuta.administration";

  private static final String NAMES = "java:/jms/topic/";

  /** What nobody has read by then, such as of a subscription that was left behind, goes. */
  private static final Duration KEPT = Duration.ofMinutes(10);

  private final JMSContext context;
  private final JMSProducer producer;
  private final Topic events;
  private final Topic administration;

  private Topics(JMSContext context, Topic events, Topic administration) {
    this.context = context;
    this.events = events;
    this.administration = administration;
    producer =
        context
            .createProducer()
            .setDeliveryMode(DeliveryMode.NON_PERSISTENT)
            .setTimeToLive(KEPT.toMillis());
  }

  /**
   * Connects.
   *
   * @throws NamingException this server has no such broker
   * @throws JMSRuntimeException it does not answer
   */
  @SuppressWarnings("BanJNDI") // names of this server, which nobody else gives
  static Topics open() throws NamingException {
    InitialContext names = new InitialContext();
    Topic events = (Topic) names.lookup(NAMES + EVENTS);
    Topic administration = (Topic) names.lookup(NAMES + ADMINISTRATION);
    ConnectionFactory factory = (ConnectionFactory) names.lookup(FACTORY);
    return new Topics(factory.createContext(JMSContext.AUTO_ACKNOWLEDGE), events, administration);
  }

  /**
   * Sends one; the broker has it when this returns.
   *
   * @throws JMSException it was not taken
   * @throws JMSRuntimeException it was not taken
   */
  void send(Event event) throws JMSException {
    TextMessage message = context.createTextMessage(event.json());
    message.setJMSType(event.type().word());
    message.setStringProperty("type", event.type().word());
    message.setStringProperty("id", event.id());
    message.setStringProperty("node", event.node());
    message.setIntProperty("schemaVersion", Event.SCHEMA_VERSION);
    if (event.content() instanceof CallContent call) {
      message.setStringProperty("callId", call.callId());
      set(message, "originNap", call.originNap());
      set(message, "destinationNap", call.destinationNap());
    }
    producer.send(topic(event.type().group()), message);
  }

  /** The topic of a group. */
  static String name(EventGroup group) {
    return switch (group) {
      case CALL, ALARM, EXCHANGE -> EVENTS;
      case CONFIGURATION, USER -> ADMINISTRATION;
    };
  }

  private Topic topic(EventGroup group) {
    return name(group).equals(EVENTS) ? events : administration;
  }

  private static void set(TextMessage message, String name, @Nullable String value)
      throws JMSException {
    if (value != null) {
      message.setStringProperty(name, value);
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
