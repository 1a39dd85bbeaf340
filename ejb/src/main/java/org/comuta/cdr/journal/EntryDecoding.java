package org.comuta.cdr.journal;

import java.util.ArrayList;
import java.util.List;
import org.comuta.call.AttemptRecord;
import org.comuta.call.CallRecord;
import org.comuta.call.octets.CallDecoding;
import org.comuta.octets.MalformedOctetsException;
import org.comuta.octets.OctetReader;
import org.comuta.routing.TraceStep;

/** How entries are read; {@link EntryEncoding} is the other way. Any octets end in an exception. */
final class EntryDecoding {
  private EntryDecoding() {}

  static EntryType type(byte[] octets) throws MalformedOctetsException {
    OctetReader in = new OctetReader(octets);
    return type(in);
  }

  /** The call an entry is about; not for heartbeats. */
  static String callId(byte[] octets) throws MalformedOctetsException {
    OctetReader in = new OctetReader(octets);
    type(in);
    return in.text();
  }

  static Entry decode(byte[] octets) throws MalformedOctetsException {
    OctetReader in = new OctetReader(octets);
    Entry entry =
        switch (type(in)) {
          case OPENED -> new Entry.Opened(in.text(), in.number(), CallDecoding.incoming(in));
          case ATTEMPTED ->
              new Entry.Attempted(in.text(), in.moment(), in.text(), in.text(), in.text());
          case ANSWERED -> new Entry.Answered(in.text(), in.moment());
          case ENDED -> new Entry.Ended(record(in));
          case HEARTBEAT -> new Entry.Heartbeat(in.moment());
        };
    in.end();
    return entry;
  }

  private static EntryType type(OctetReader in) throws MalformedOctetsException {
    int code = in.octet();
    int version = in.octet();
    if (version != EntryEncoding.VERSION) {
      throw new MalformedOctetsException("version " + version);
    }
    return EntryType.of(code).orElseThrow(() -> new MalformedOctetsException("type " + code));
  }

  private static CallRecord record(OctetReader in) throws MalformedOctetsException {
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
        CallDecoding.release(in),
        in.flag() ? CallDecoding.release(in) : null,
        attempts(in),
        trace(in),
        MediaEncoding.read(in));
  }

  private static List<AttemptRecord> attempts(OctetReader in) throws MalformedOctetsException {
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
              CallDecoding.release(in)));
    }
    return attempts;
  }

  private static List<TraceStep> trace(OctetReader in) throws MalformedOctetsException {
    int count = in.number(0, Bounds.STEPS);
    List<TraceStep> trace = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      trace.add(CallDecoding.step(in));
    }
    return trace;
  }
}
