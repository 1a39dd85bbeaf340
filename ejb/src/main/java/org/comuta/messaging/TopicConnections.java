package org.comuta.messaging;

import jakarta.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.ListenerNotFoundException;
import javax.management.MBeanServer;
import javax.management.Notification;
import javax.management.NotificationFilterSupport;
import javax.management.NotificationListener;
import javax.management.ObjectName;
import org.comuta.description.Json;
import org.comuta.network.Addresses;

/**
 * The connections of programs to the broker of this server, by its MBean: told of while they come
 * about, listed and closed. Those within the server are none of them. Any thread.
 */
final class TopicConnections {
  private static final String BROKER = "org.apache.activemq.artemis:broker=\"default\"";
  private static final String TOPIC = "jms.topic.";
  private static final String WITHIN_THE_SERVER = "invm";
  private static final String[] TWO_NUMBERS = {
    String.class.getName(), int.class.getName(), int.class.getName()
  };

  private final MBeanServer server;
  private final ObjectName broker;
  private final NotificationListener listener;
  private final NotificationFilterSupport news = new NotificationFilterSupport();

  /**
   * @param whenOneMoves told, on a thread of the broker, that somebody signed in, in vain too, or
   *     began to read
   */
  TopicConnections(MBeanServer server, Runnable whenOneMoves) {
    this.server = server;
    listener = (Notification moved, Object nothing) -> whenOneMoves.run();
    news.enableType("SESSION_CREATED");
    news.enableType("CONSUMER_CREATED");
    news.enableType("SECURITY_AUTHENTICATION_VIOLATION");
    try {
      broker = ObjectName.getInstance(BROKER);
    } catch (JMException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Whether the broker is there; before it has begun and after it has ended it is not. */
  boolean isThere() {
    return server.isRegistered(broker);
  }

  /** Listens to the broker that is there now, which may be another than before; false without. */
  boolean listen() throws JMException {
    if (!isThere()) {
      return false;
    }
    stopListening();
    server.addNotificationListener(broker, listener, news, null);
    return true;
  }

  void stopListening() throws JMException {
    try {
      server.removeNotificationListener(broker, listener);
    } catch (ListenerNotFoundException | InstanceNotFoundException ignored) {
      // It is another broker than before, or none.
    }
  }

  /** All that there are now. */
  List<TopicConnection> all() throws JMException {
    Map<String, Set<String>> topics = new HashMap<>();
    for (JsonObject consumer : listed("listConsumers")) {
      String topic = text(consumer, "address");
      topics
          .computeIfAbsent(ends(consumer), ignored -> new TreeSet<>())
          .add(topic.startsWith(TOPIC) ? topic.substring(TOPIC.length()) : topic);
    }
    return listed("listConnections").stream()
        .filter(one -> !text(one, "remoteAddress").startsWith(WITHIN_THE_SERVER))
        .map(
            one ->
                new TopicConnection(
                    text(one, "connectionID"),
                    address(text(one, "remoteAddress")),
                    address(text(one, "localAddress")),
                    tokens(text(one, "users")),
                    topics.getOrDefault(ends(one), Set.of())))
        .toList();
  }

  /** Closes one; nothing when it is gone already. */
  void close(TopicConnection connection) throws JMException {
    server.invoke(
        broker,
        "closeConnectionWithID",
        new Object[] {connection.id()},
        new String[] {String.class.getName()});
  }

  /** Everything, without a filter, on one page. */
  private List<JsonObject> listed(String operation) throws JMException {
    Object answer = server.invoke(broker, operation, new Object[] {"", -1, -1}, TWO_NUMBERS);
    return Json.parse(String.valueOf(answer)).getJsonArray("data").getValuesAs(JsonObject.class);
  }

  /** What connections and consumers have in common. */
  private static String ends(JsonObject object) {
    return text(object, "remoteAddress") + ' ' + text(object, "localAddress");
  }

  private static String text(JsonObject object, String field) {
    return object.getString(field, "");
  }

  /** The identities that one may sign in with have no comma. */
  private static Set<String> tokens(String users) {
    Set<String> tokens = new TreeSet<>(List.of(users.split(",", -1)));
    tokens.remove("");
    return tokens;
  }

  /** The address of such as {@code tcp://192.0.2.7:5445} and {@code [2001:db8::1]:5445}. */
  static String address(String end) {
    String host = end.substring(end.lastIndexOf('/') + 1);
    int port = host.lastIndexOf(':');
    String literal = port < 0 ? host : host.substring(0, port);
    String bare =
        literal.startsWith("[") && literal.endsWith("]")
            ? literal.substring(1, literal.length() - 1)
            : literal;
    String canonical = Addresses.canonical(bare);
    return canonical == null ? "" : canonical;
  }
}
