package org.comuta.cdr.textfile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.comuta.call.AttemptRecord;
import org.comuta.call.CallRecord;
import org.comuta.cdr.journal.Position;
import org.comuta.cdr.sink.PositionFile;
import org.comuta.cdr.sink.RecordSink;

/**
 * Writes records to a series of text files. How far each unfinished file reaches is remembered with
 * the position in the journal, so that what a killed process wrote beyond it is cut off and written
 * again.
 *
 * <p>A file is finished {@link #GRACE} after its period ended and never changes from then on;
 * records that come later, after trouble, stand in the file of the time they come at.
 */
final class TextFileSink implements RecordSink {
  static final Duration GRACE = Duration.ofSeconds(5);
  static final String POSITION_FILE = ".position";

  private final CdrFile series;
  private final Path directory;
  private final RecordLine line;
  private final ZoneId zone;
  private final InstantSource clock;
  private final PositionFile file;
  private OpenFiles open;

  /** Whether files may reach further than remembered. */
  private boolean untidy = true;

  private volatile Position position;

  /**
   * Goes on where the series stopped.
   *
   * @param directory where its files are; made when missing
   * @param otherwise where in the journal to begin when it never ran
   */
  TextFileSink(CdrFile series, Path directory, Position otherwise, InstantSource clock)
      throws IOException, InvalidRecordLineException {
    this.series = series;
    this.directory = directory;
    this.clock = clock;
    zone = ZoneId.of(series.timeZone());
    line = RecordLine.parse(series.format(), zone);
    Files.createDirectories(directory);
    file = new PositionFile(directory.resolve(POSITION_FILE), otherwise);
    position = file.position();
    open = OpenFiles.decode(file.detail());
    // The place where a new series begins must not move at the next start.
    file.save(position, open.encode(), true);
  }

  @Override
  public String name() {
    return "cdr-file-" + series.name();
  }

  @Override
  public Position position() {
    return position;
  }

  @Override
  public Duration gathering() {
    return Duration.ofMillis(250);
  }

  @Override
  public void write(List<CallRecord> records, Position upTo) throws IOException {
    tidy();
    Instant now = clock.instant();
    Map<String, StringBuilder> texts = texts(records, now);
    OpenFiles next = open.unfinished(now.minus(GRACE));
    for (CallRecord record : records) {
      next = open(next, period(record, now));
    }
    // A file must be known before anything is in it.
    save(position, next);
    untidy = true;
    for (Map.Entry<String, StringBuilder> text : texts.entrySet()) {
      byte[] octets = text.getValue().toString().getBytes(StandardCharsets.UTF_8);
      long length = append(text.getKey(), next.length(text.getKey()), octets);
      next = next.with(text.getKey(), length);
    }
    save(upTo, next);
    untidy = false;
  }

  private Map<String, StringBuilder> texts(List<CallRecord> records, Instant now) {
    Map<String, StringBuilder> texts = new LinkedHashMap<>();
    for (CallRecord record : records) {
      StringBuilder text =
          texts.computeIfAbsent(fileName(period(record, now)), _ -> new StringBuilder());
      for (String each : lines(record)) {
        text.append(each).append('\n');
      }
    }
    return texts;
  }

  private List<String> lines(CallRecord record) {
    return switch (series.style()) {
      case CALL -> List.of(line.format(record));
      case ATTEMPT -> {
        if (record.attempts().isEmpty()) {
          yield List.of(line.format(record));
        }
        List<String> lines = new ArrayList<>();
        for (AttemptRecord attempt : record.attempts()) {
          lines.add(line.format(record, attempt));
        }
        yield lines;
      }
    };
  }

  /** The period whose file a record goes to: when the call ended, unless that is finished. */
  private Period period(CallRecord record, Instant now) {
    Instant ended = record.endedAt();
    Period period = Period.of(series.rotation(), ended.isAfter(now) ? now : ended, zone);
    return period.end().isAfter(now.minus(GRACE))
        ? period
        : Period.of(series.rotation(), now, zone);
  }

  private String fileName(Period period) {
    return series.name() + "-" + period.label() + ".txt";
  }

  private OpenFiles open(OpenFiles files, Period period) throws IOException {
    String name = fileName(period);
    if (files.contains(name)) {
      return files;
    }
    Path path = directory.resolve(name);
    return files.with(name, period.end(), Files.isRegularFile(path) ? Files.size(path) : 0);
  }

  private long append(String name, long length, byte[] octets) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            directory.resolve(name), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(octets);
      // Somebody may have taken the file away.
      long begin = Math.min(length, channel.size());
      long at = begin;
      while (rest.hasRemaining()) {
        at += channel.write(rest, at);
      }
      channel.force(true);
      return at;
    }
  }

  /** Cuts off what was written but not remembered. */
  private void tidy() throws IOException {
    if (!untidy) {
      return;
    }
    for (OpenFiles.OpenFile each : open.files()) {
      Path path = directory.resolve(each.name());
      if (Files.exists(path)) {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
          if (channel.size() > each.length()) {
            channel.truncate(each.length()).force(true);
          }
        }
      }
    }
    untidy = false;
  }

  private void save(Position upTo, OpenFiles files) throws IOException {
    file.save(upTo, files.encode(), true);
    open = files;
    position = upTo;
  }

  @Override
  public void settle(Position upTo) throws IOException {
    tidy();
    save(upTo, open.unfinished(clock.instant().minus(GRACE)));
  }

  /** Deletes finished files that are older than the series keeps them. */
  void deleteOld() throws IOException {
    if (series.retentionDays() > 0) {
      Instant before = clock.instant().minus(Duration.ofDays(series.retentionDays()));
      OldFiles.delete(directory, series.name(), before);
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
