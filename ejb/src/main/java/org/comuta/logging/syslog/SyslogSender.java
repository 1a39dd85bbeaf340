package org.comuta.logging.syslog;

import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.comuta.logging.line.LogComponent;
import org.comuta.logging.line.LogLevel;
import org.comuta.logging.line.LogLine;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends lines to one syslog server from a bounded queue, on a thread of its own: whoever logs never
 * waits. A server that is away is tried again, ever later; what finds the queue full meanwhile is
 * dropped, counted, and told to the server when it is back. Any thread.
 */
public final class SyslogSender implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SyslogSender.class);
  private static final int QUEUE = 10_000;
  private static final long FIRST_PAUSE_MILLIS = 500;
  private static final long LONGEST_PAUSE_MILLIS = 60_000;
  private static final long LOOK_EVERY_MILLIS = 500;

  private final SyslogTarget target;
  private final SyslogSource source;
  private final BlockingQueue<LogLine> queue;
  private final Consumer<SyslogState> told;
  private final AtomicLong sent = new AtomicLong();
  private final AtomicLong dropped = new AtomicLong();
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile boolean connected;
  private volatile String problem = "";
  private long droppedTold;
  private @Nullable LogLine pending;

  /** Begins to send to this server. */
  public static SyslogSender start(SyslogTarget target, SyslogSource source) {
    return start(target, source, QUEUE, state -> {});
  }

  /**
   * @param queue how many lines may wait
   * @param told how it goes, each time that the server was reached or not, on the sender's thread
   */
  static SyslogSender start(
      SyslogTarget target, SyslogSource source, int queue, Consumer<SyslogState> told) {
    SyslogSender sender = new SyslogSender(target, source, queue, told);
    Thread.ofVirtual().name("comuta-syslog-" + target.name()).start(sender::run);
    return sender;
  }

  private SyslogSender(
      SyslogTarget target, SyslogSource source, int queue, Consumer<SyslogState> told) {
    this.target = target;
    this.source = source;
    this.queue = new ArrayBlockingQueue<>(queue);
    this.told = told;
  }

  public SyslogTarget target() {
    return target;
  }

  /** Sends this line some time, when it is grave enough. */
  public void offer(LogLine line) {
    if (line.level().within(target.minimumLevel()) && !queue.offer(line)) {
      dropped.incrementAndGet();
    }
  }

  /** How it goes. */
  public SyslogState state() {
    return new SyslogState(
        target.name(), connected, sent.get(), dropped.get(), queue.size(), problem);
  }

  /** Whether the server was not reached last; never over UDP, where nobody can tell. */
  public boolean isAway() {
    return target.transport() != SyslogTransport.UDP && !connected && !problem.isEmpty();
  }

  /** Ends soon; what still waits is dropped. */
  @Override
  public void close() {
    closing.countDown();
  }

  private boolean isClosing() {
    return closing.getCount() == 0;
  }

  private void run() {
    long pause = FIRST_PAUSE_MILLIS;
    try {
      while (!isClosing()) {
        long begun = System.nanoTime();
        try (SyslogConnection connection = SyslogConnection.open(target)) {
          tellConnected();
          sendAll(connection);
          connected = false;
        } catch (IOException | RuntimeException failure) {
          tellFailed(failure);
        }
        boolean lasted =
            System.nanoTime() - begun > TimeUnit.MILLISECONDS.toNanos(LONGEST_PAUSE_MILLIS);
        pause = lasted ? FIRST_PAUSE_MILLIS : Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
        if (closing.await(pause, TimeUnit.MILLISECONDS)) {
          return;
        }
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  /** Until it is closed or the connection breaks; a line that may not have gone goes again. */
  private void sendAll(SyslogConnection connection) throws IOException, InterruptedException {
    while (!isClosing()) {
      if (pending == null) {
        pending = queue.poll();
      }
      if (pending == null) {
        connection.flush();
        pending = queue.poll(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
      }
      if (pending != null) {
        tellDropped(connection);
        connection.send(source.message(target.facility(), pending, sent.incrementAndGet()));
        pending = null;
      }
    }
    connection.flush();
  }

  private void tellDropped(SyslogConnection connection) throws IOException {
    long now = dropped.get();
    if (now > droppedTold) {
      LogLine line =
          new LogLine(
              0,
              Instant.now(),
              LogLevel.WARN,
              LogComponent.EXCHANGE,
              SyslogSender.class.getName(),
              Thread.currentThread().getName(),
              (now - droppedTold) + " messages were lost while this server was away.");
      connection.send(source.message(target.facility(), line, sent.incrementAndGet()));
      droppedTold = now;
    }
  }

  private void tellConnected() {
    connected = true;
    if (!problem.isEmpty()) {
      problem = "";
      LOG.info("The syslog server {} is reached again", target.name());
    }
    told.accept(state());
  }

  private void tellFailed(Exception failure) {
    String reason = reason(failure);
    if (problem.isEmpty()) {
      LOG.warn("The syslog server {} is not reached: {}", target.name(), reason);
    }
    problem = reason;
    connected = false;
    told.accept(state());
  }

  private static String reason(Exception failure) {
    String message = failure.getMessage();
    return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
  }

  /**
   * Sends one line at once, beside all others. Waits for the network.
   *
   * @return why it failed; null when it did not
   */
  public static @Nullable String test(SyslogTarget target, SyslogSource source, LogLine line) {
    try (SyslogConnection connection = SyslogConnection.open(target)) {
      connection.send(source.message(target.facility(), line, 1));
      connection.flush();
      return null;
    } catch (IOException | RuntimeException failure) {
      return reason(failure);
    }
  }
}
