package org.comuta.messaging;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.management.JMException;
import javax.management.JMRuntimeException;
import javax.management.MBeanServer;
import org.comuta.background.BackgroundThread;
import org.comuta.database.DatabaseTrouble;
import org.comuta.messaging.TopicDoor.Ending;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes the connections to the broker that do not go on, on a thread of its own: at once when
 * somebody signs in or begins to read, and every two seconds, because access lists, interfaces,
 * users and tokens change meanwhile.
 */
final class TopicWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TopicWatch.class);
  private static final long LOOKED_AT_EVERY_MILLIS = 2_000;

  private final TopicDoor door;
  private final TopicConnections connections;
  private final Semaphore moved = new Semaphore(1);
  private final BackgroundThread thread;

  TopicWatch(MBeanServer server, TopicDoor door) {
    this.door = door;
    connections = new TopicConnections(server, moved::release);
    thread = BackgroundThread.start("comuta-jms-connections", this::step);
  }

  private long step() throws InterruptedException {
    if (moved.tryAcquire(LOOKED_AT_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
      moved.drainPermits();
    }
    try {
      if (connections.listen()) {
        lookThrough(new ArrayList<>(connections.all()));
      }
    } catch (JMException | JMRuntimeException failed) {
      // It ends before the application does, and begins after its beans are there.
      if (connections.isThere()) {
        LOG.warn("The connections to the topics cannot be looked through: {}", failed.toString());
      }
    }
    return 0;
  }

  private void lookThrough(List<TopicConnection> open) throws JMException {
    for (Ending ending : door.notLetIn(open)) {
      end(ending);
      open.remove(ending.connection());
    }
    try {
      for (Ending ending : door.notAllowed(open)) {
        end(ending);
      }
    } catch (RuntimeException failed) {
      // Without the database nobody can say, and nothing is taken away.
      if (!DatabaseTrouble.isBehind(failed)) {
        throw failed;
      }
      LOG.debug("What the readers of the topics may see is not known: {}", failed.toString());
    }
  }

  private void end(Ending ending) throws JMException {
    TopicConnection connection = ending.connection();
    switch (ending.reason()) {
      // The entrance counts and logs these, and bounds how often.
      case NOT_LET_IN -> LOG.debug("A connection to the topics is not let in: {}", connection);
      case NOT_ALLOWED ->
          LOG.info(
              "A reader of the topics from {} is closed: its token does not allow it any more",
              connection.source());
    }
    connections.close(connection);
  }

  @Override
  public void close() {
    moved.release();
    thread.close();
    try {
      connections.stopListening();
    } catch (JMException | JMRuntimeException gone) {
      LOG.debug("The broker is gone already", gone);
    }
  }
}
