package org.comuta.logging.file;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.comuta.background.BackgroundThread;
import org.comuta.logging.line.LogLine;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file that traces are written to, {@code trace.log}, by a thread of its own from a bounded
 * queue: whoever traces never waits for the disk. What finds the queue full is dropped, and the
 * file says how much. A file that is full goes to {@code old}. Any thread.
 */
public final class TraceFile implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TraceFile.class);
  private static final String NAME = "trace";
  private static final int QUEUE = 10_000;
  private static final int WAIT_MILLIS = 250;

  /** As the server writes its own log. */
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss,SSS", Locale.ROOT);

  private final LogFolder folder;
  private final Path path;
  private final BlockingQueue<LogLine> queue = new ArrayBlockingQueue<>(QUEUE);
  private final AtomicLong dropped = new AtomicLong();
  private final BackgroundThread thread;
  private volatile long rotateOctets;
  private @Nullable Writer writer;
  private long written;
  private long droppedTold;

  /**
   * @param rotateOctets how large the file becomes
   */
  public TraceFile(LogFolder folder, long rotateOctets) {
    this.folder = folder;
    this.path = folder.folder().resolve(NAME + ".log");
    this.rotateOctets = rotateOctets;
    this.thread = BackgroundThread.start("comuta-trace", this::step);
  }

  /** Adds a line some time soon. */
  public void offer(LogLine line) {
    if (!queue.offer(line)) {
      dropped.incrementAndGet();
    }
  }

  /** How large the file becomes from now on, in octets. */
  public void rotateAt(long octets) {
    rotateOctets = octets;
  }

  /** Lines that found the queue full, or the disk. */
  public long dropped() {
    return dropped.get();
  }

  /** Writes what waits, and ends. */
  @Override
  public void close() {
    thread.close();
    try {
      while (!queue.isEmpty()) {
        step();
      }
    } catch (IOException | InterruptedException lost) {
      LOG.warn("The end of the trace is lost: {}", lost.toString());
    }
    end();
  }

  private long step() throws IOException, InterruptedException {
    LogLine line = queue.poll(WAIT_MILLIS, TimeUnit.MILLISECONDS);
    if (line == null) {
      end();
      return 0;
    }
    try {
      while (line != null) {
        write(line);
        line = queue.poll();
      }
      Writer open = writer;
      if (open != null) {
        open.flush();
      }
    } catch (IOException full) {
      dropped.incrementAndGet();
      end();
      throw full;
    }
    return 0;
  }

  private void write(LogLine line) throws IOException {
    Writer open = writer;
    if (open == null) {
      open = begin();
    }
    long lost = dropped.get();
    if (lost > droppedTold) {
      append(open, (lost - droppedTold) + " lines of the trace were lost here\n");
      droppedTold = lost;
    }
    append(
        open,
        "%s %-5s [%s] (%s) %s%n"
            .formatted(
                MOMENT.format(line.at().atZone(ZoneId.systemDefault())),
                line.level(),
                line.component(),
                line.thread(),
                line.text()));
    if (written >= rotateOctets) {
      end();
      rotate(line.at());
    }
  }

  private void append(Writer open, String text) throws IOException {
    open.write(text);
    written += text.length();
  }

  private Writer begin() throws IOException {
    if (!Files.exists(path)) {
      FileAttribute<?> owner =
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
      Files.createFile(path, owner);
    }
    written = Files.size(path);
    Writer open =
        new BufferedWriter(
            new OutputStreamWriter(
                Files.newOutputStream(path, StandardOpenOption.APPEND), StandardCharsets.UTF_8));
    writer = open;
    return open;
  }

  /** Nothing stays open while nothing is traced. */
  private void end() {
    Writer open = writer;
    writer = null;
    if (open != null) {
      try {
        open.close();
      } catch (IOException full) {
        LOG.warn("The trace cannot be written: {}", full.toString());
      }
    }
  }

  private void rotate(Instant moment) throws IOException {
    Files.move(path, folder.freeName(NAME, moment), StandardCopyOption.ATOMIC_MOVE);
  }
}
