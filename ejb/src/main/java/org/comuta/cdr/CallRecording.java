package org.comuta.cdr;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.comuta.background.BackgroundThread;
import org.comuta.call.CallLedger;
import org.comuta.call.answered.AnsweredCalls;
import org.comuta.cdr.journal.Journal;
import org.comuta.cdr.journal.JournalKeeper;
import org.comuta.cdr.journal.JournalLedger;
import org.comuta.cdr.journal.Position;
import org.comuta.cdr.sink.SinkRunner;
import org.comuta.cdr.store.DatabaseSink;
import org.comuta.cdr.store.RecordRetention;
import org.comuta.cdr.textfile.CdrFile;
import org.comuta.cdr.textfile.TextFiles;
import org.comuta.survival.SurvivingCalls;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The whole way of a record: ledger, journal, database, text files; and beside the journal the
 * answered calls that outlive the process. Opening it gives calls that an earlier process left open
 * their record, unless they go on. Any thread.
 */
public final class CallRecording implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CallRecording.class);
  private static final long CLEAN_EVERY_MILLIS = 600_000;
  private static final long CLEAN_ON_MILLIS = 200;

  private final Journal journal;
  private final JournalLedger ledger;
  private final SurvivingCalls answeredCalls;
  private final JournalKeeper keeper;
  private final SinkRunner database;
  private final TextFiles textFiles;
  private final @Nullable BackgroundThread retention;

  /**
   * Opens everything.
   *
   * @param configured tells the series of text files, as applied last
   * @throws IOException when the files cannot be made or another process uses them
   */
  public CallRecording(
      CallRecordingSettings settings, DataSource source, Supplier<List<CdrFile>> configured)
      throws IOException {
    journal = new Journal(settings.journal());
    try {
      ledger = new JournalLedger(journal);
      answeredCalls = new SurvivingCalls(settings.journal().directory());
    } catch (IOException | RuntimeException e) {
      journal.close();
      throw e;
    }
    try {
      keeper = new JournalKeeper(journal, answeredCalls.waiting());
      answeredCalls.retain(keeper.goingOn());
      ledger.resumed(keeper.goingOn().size());
      Path noted = settings.journal().directory().resolve("database.position");
      database = new SinkRunner(journal, new DatabaseSink(source, noted, Position.BEGINNING));
      keeper.keepFor(database::position);
      textFiles = new TextFiles(journal, keeper, settings.textFiles(), configured);
      keeper.start();
      retention = settings.retention().isZero() ? null : retention(settings.retention(), source);
    } catch (IOException | RuntimeException e) {
      answeredCalls.close();
      journal.close();
      throw e;
    }
  }

  private static BackgroundThread retention(Duration kept, DataSource source) {
    RecordRetention retention = new RecordRetention(source);
    return BackgroundThread.start(
        "comuta-records-retention",
        () -> {
          try {
            boolean more = retention.deleteSome(Instant.now().minus(kept));
            return more ? CLEAN_ON_MILLIS : CLEAN_EVERY_MILLIS;
          } catch (SQLException e) {
            LOG.warn("Old records cannot be deleted now: {}", e.getMessage());
            return CLEAN_EVERY_MILLIS;
          }
        });
  }

  /** Where calls are written down. */
  public CallLedger ledger() {
    return ledger;
  }

  /** Where answered calls are kept, so that they outlive this process. */
  public AnsweredCalls answeredCalls() {
    return answeredCalls;
  }

  /** Begins with series of text files that are new in the configuration. */
  public void followConfiguration() {
    textFiles.begin();
  }

  /** How the records fare now. */
  public CdrStatus status() {
    List<CdrStatus.Sink> sinks = new ArrayList<>();
    sinks.add(status(database));
    textFiles.runners().forEach(runner -> sinks.add(status(runner)));
    return new CdrStatus(
        journal.isAccepting(),
        ledger.refused(),
        ledger.unwritten(),
        journal.held(),
        journal.octets(),
        ledger.ended(),
        keeper.recovered(),
        keeper.goingOn().size(),
        answeredCalls.homeless(),
        sinks);
  }

  private static CdrStatus.Sink status(SinkRunner runner) {
    Instant oldest = runner.oldestWaiting();
    long seconds =
        oldest == null ? 0 : Math.max(0, Duration.between(oldest, Instant.now()).toSeconds());
    return new CdrStatus.Sink(
        runner.name(), runner.written(), runner.backlogOctets(), runner.isFailing(), seconds);
  }

  /** Brings what is left to database and text files, within limits of time, and closes all. */
  @Override
  public void close() throws IOException {
    if (retention != null) {
      retention.close();
    }
    textFiles.close();
    database.close();
    keeper.close();
    answeredCalls.close();
    journal.close();
  }
}
