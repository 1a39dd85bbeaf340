package org.comuta.cdr.textfile;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.comuta.call.AttemptRecord;
import org.comuta.call.CallRecord;
import org.comuta.call.LegMedia;
import org.comuta.call.MediaRecord;
import org.comuta.call.Party;
import org.comuta.call.Release;
import org.comuta.cause.Cause;
import org.comuta.nap.MediaMode;

/** The lines that a format makes of an invented call, for whoever is writing the format. */
public final class LinePreview {
  private static final Instant START = Instant.parse("2026-03-04T15:30:00.250Z");

  private LinePreview() {}

  /**
   * Lines of a call that was answered at the second try.
   *
   * @throws InvalidRecordLineException when the format cannot be used
   */
  public static List<String> lines(String format, ZoneId zone, CdrFileStyle style)
      throws InvalidRecordLineException {
    RecordLine line = RecordLine.parse(format, zone);
    CallRecord call = call();
    return switch (style) {
      case CALL -> List.of(line.format(call));
      case ATTEMPT -> call.attempts().stream().map(attempt -> line.format(call, attempt)).toList();
    };
  }

  private static CallRecord call() {
    Instant second = START.plusSeconds(2);
    Instant ringing = START.plusSeconds(3);
    Instant answer = START.plusSeconds(8);
    Instant end = answer.plusSeconds(95);
    Release overloaded = new Release(Party.CALLED, Cause.TEMPORARY_FAILURE, 503, null, "");
    Release bye = new Release(Party.CALLER, Cause.NORMAL_CLEARING, 0, null, "");
    return new CallRecord(
        "0198f2c4a7d10001",
        "0198f2c4a7d10001",
        12,
        START,
        ringing,
        answer,
        end,
        "office",
        "192.0.2.20:5060",
        "UDP",
        "4833221100",
        "011987654321",
        "a84b4c76e66710@192.0.2.20",
        bye,
        bye,
        List.of(
            new AttemptRecord(
                1,
                "mobile-1",
                "carrier-1",
                "4833221100",
                "11987654321",
                "f1@192.0.2.1",
                START,
                null,
                null,
                second,
                overloaded),
            new AttemptRecord(
                2,
                "mobile-2",
                "carrier-2",
                "4833221100",
                "5511987654321",
                "f2@192.0.2.1",
                second,
                ringing,
                answer,
                end,
                bye)),
        List.of(),
        new MediaRecord(MediaMode.BRIDGE, leg("192.0.2.20:20002"), leg("198.51.100.7:31000")));
  }

  private static LegMedia leg(String source) {
    return new LegMedia("PCMA", source, 4_750, 817_000, 4_748, 816_656, 2, 0, 1.25, 18.5, 4.35);
  }
}
