import jakarta.jms.JMSContext;
import jakarta.jms.TextMessage;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** A program of somebody else that reads a topic; run by itself with WildFly's client library. */
class TopicReader {
  /** Arguments: port, topic, selector, user, password, how many messages. */
  public static void main(String[] arguments) throws Exception {
    String address =
        "tcp://127.0.0.1:"
            + arguments[0]
            + "?httpUpgradeEnabled=true"
            + "&httpUpgradeEndpoint=http&reconnectAttempts=0";
    try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(address);
        JMSContext context = factory.createContext(arguments[3], arguments[4])) {
      var consumer = context.createConsumer(context.createTopic(arguments[1]), arguments[2]);
      System.out.println("READY");
      for (int i = Integer.parseInt(arguments[5]); i > 0; i--) {
        TextMessage message = (TextMessage) consumer.receive(60_000);
        System.out.println(
            message == null
                ? "NOTHING"
                : message.getStringProperty("type") + " " + message.getText());
      }
    } catch (Exception e) {
      System.out.println("REFUSED " + e);
    }
  }
}
