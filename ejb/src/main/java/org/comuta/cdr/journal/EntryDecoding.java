package org.comuta.cdr.journal;

import java.util.ArrayList;
import java.util.List;
import org.comuta.call.AttemptRecord;
import org.comuta.call.CallRecord;
import org.comuta.call.IncomingCall;
import org.comuta.call.Party;
import org.comuta.call.Release;
import org.comuta.cause.Cause;
import org.comuta.cause.Failure;
import org.comuta.routing.TraceStep;
import org.jspecify.annotations.Nullable;

/** How entries are read; {@link EntryEncoding} is the other way. Any octets end in an exception. */
final class EntryDecoding {
  private EntryDecoding() {}

  static EntryType type(byte[] octets) throws MalformedEntryException {
    EntryReader in = new EntryReader(octets);
    return type(in);
  }

  /** The call an entry is about; not for heartbeats. */
  static String callId(byte[] octets) throws MalformedEntryException {
    EntryReader in = new EntryReader(octets);
    type(in);
    return in.text();
  }

  static Entry decode(byte[] octets) throws MalformedEntryException {
    EntryReader in = new EntryReader(octets);
    Entry entry =
        switch (type(in)) {
          case OPENED -> new Entry.Opened(in.text(), in.number(), incoming(in));
          case ATTEMPTED ->
              new Entry.Attempted(in.text(), in.moment(), in.text(), in.text(), in.text());
          case ANSWERED -> new Entry.Answered(in.text(), in.moment());
          case ENDED -> new Entry.Ended(record(in));
          case HEARTBEAT -> new Entry.Heartbeat(in.moment());
        };
    in.end();
    return entry;
  }

  private static EntryType type(EntryReader in) throws MalformedEntryException {
    int code = in.octet();
    int version = in.octet();
    if (version != EntryWriter.VERSION) {
      throw new MalformedEntryException("version " + version);
    }
    return EntryType.of(code).orElseThrow(() -> new MalformedEntryException("type " + code));
  }

  static IncomingCall incoming(EntryReader in) throws MalformedEntryException {
    return new IncomingCall(in.moment(), in.text(), in.text(), in.text(), in.text(), in.text());
  }

  private static CallRecord record(EntryReader in) throws MalformedEntryException {
    String callId = in.text();
    String id = in.text();
    return new CallRecord(
        id,
        callId,
        in.number(),
        in.moment(),
        in.momentOrNone(),
        in.momentOrNone(),
        in.moment(),
        in.textOrNone(),
        in.text(),
        in.text(),
        in.text(),
        in.text(),
        in.text(),
        release(in),
        in.flag() ? release(in) : null,
        attempts(in),
        trace(in));
  }

  private static List<AttemptRecord> attempts(EntryReader in) throws MalformedEntryException {
    int count = in.number(0, Bounds.ATTEMPTS);
    List<AttemptRecord> attempts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      attempts.add(
          new AttemptRecord(
              in.number(Integer.MIN_VALUE, Integer.MAX_VALUE),
              in.text(),
              in.text(),
              in.text(),
              in.text(),
              in.textOrNone(),
              in.moment(),
              in.momentOrNone(),
              in.momentOrNone(),
              in.moment(),
              release(in)));
    }
    return attempts;
  }

  private static List<TraceStep> trace(EntryReader in) throws MalformedEntryException {
    int count = in.number(0, Bounds.STEPS);
    List<TraceStep> trace = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      trace.add(new TraceStep(in.text(), in.text(), verdict(in.octet()), in.text()));
    }
    return trace;
  }

  private static Release release(EntryReader in) throws MalformedEntryException {
    Party by = party(in.octet());
    int cause = in.octet();
    return new Release(
        by,
        Cause.of(cause).orElseThrow(() -> new MalformedEntryException("cause " + cause)),
        in.number(Integer.MIN_VALUE, Integer.MAX_VALUE),
        failure(in.textOrNone()),
        in.text());
  }

  private static @Nullable Failure failure(@Nullable String name) throws MalformedEntryException {
    if (name == null) {
      return null;
    }
    try {
      return Failure.valueOf(name);
    } catch (IllegalArgumentException e) {
      throw new MalformedEntryException("failure " + name);
    }
  }

  private static Party party(int code) throws MalformedEntryException {
    return switch (code) {
      case 1 -> Party.CALLER;
      case 2 -> Party.CALLED;
      case 3 -> Party.EXCHANGE;
      case 4 -> Party.ADMINISTRATOR;
      default -> throw new MalformedEntryException("party " + code);
    };
  }

  private static TraceStep.Verdict verdict(int code) throws MalformedEntryException {
    return switch (code) {
      case 1 -> TraceStep.Verdict.KEPT;
      case 2 -> TraceStep.Verdict.DROPPED;
      case 3 -> TraceStep.Verdict.CHANGED;
      default -> throw new MalformedEntryException("verdict " + code);
    };
  }
}
