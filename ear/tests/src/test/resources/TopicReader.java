import jakarta.jms.JMSContext;
import jakarta.jms.TextMessage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** A program of somebody else that reads a topic; run by itself with WildFly's client library. */
class TopicReader {
  /** Arguments: port, topic, selector, user, password, how many messages, own address and port. */
  public static void main(String[] arguments) throws Exception {
    String address =
        "tcp://127.0.0.1:"
            + arguments[0]
            + "?httpUpgradeEnabled=true"
            + "&httpUpgradeEndpoint=http&reconnectAttempts=0&localAddress="
            + arguments[6]
            + "&localPort="
            + arguments[7];
    CountDownLatch closed = new CountDownLatch(1);
    boolean reads = false;
    try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(address);
        JMSContext context = factory.createContext(arguments[3], arguments[4])) {
      context.setExceptionListener(e -> closed.countDown());
      var consumer = context.createConsumer(context.createTopic(arguments[1]), arguments[2]);
      System.out.println("READY");
      reads = true;
      for (int i = Integer.parseInt(arguments[5]); i > 0; i--) {
        TextMessage message = (TextMessage) consumer.receive(60_000);
        if (message == null) {
          System.out.println(closed.await(5, TimeUnit.SECONDS) ? "CLOSED" : "NOTHING");
          return;
        }
        System.out.println(message.getStringProperty("type") + " " + message.getText());
      }
    } catch (Exception e) {
      System.out.println((reads ? "CLOSED " : "REFUSED ") + e);
    }
  }
}
