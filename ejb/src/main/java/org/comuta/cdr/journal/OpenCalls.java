package org.comuta.cdr.journal;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.comuta.octets.MalformedOctetsException;

/**
 * The calls that are open at a place of the journal, and when the process was last known to live
 * there. One thread at a time.
 */
final class OpenCalls {
  private final Map<String, OpenCall> calls = new LinkedHashMap<>();
  private Instant lastActivity = Instant.EPOCH;

  /** Takes the next entry of the journal. */
  void take(byte[] octets) throws MalformedOctetsException {
    if (EntryDecoding.type(octets) == EntryType.ENDED) {
      // Who ends a call is often the largest entry, and only its identity matters here.
      calls.remove(EntryDecoding.callId(octets));
      return;
    }
    switch (EntryDecoding.decode(octets)) {
      case Entry.Opened opened -> {
        calls.put(opened.callId(), new OpenCall(opened));
        lived(opened.incoming().receivedAt());
      }
      case Entry.Attempted attempted -> {
        calls.computeIfPresent(attempted.callId(), (_, call) -> call.with(attempted));
        lived(attempted.at());
      }
      case Entry.Answered answered -> {
        calls.computeIfPresent(answered.callId(), (_, call) -> call.with(answered));
        lived(answered.at());
      }
      case Entry.Ended ended -> calls.remove(ended.record().callId());
      case Entry.Heartbeat heartbeat -> lived(heartbeat.at());
    }
  }

  /** Puts a call back that was open when this state was saved. */
  void put(OpenCall call) {
    calls.put(call.opened().callId(), call);
  }

  void lived(Instant at) {
    if (at.isAfter(lastActivity)) {
      lastActivity = at;
    }
  }

  Collection<OpenCall> all() {
    return Collections.unmodifiableCollection(calls.values());
  }

  /** The last moment the process is known to have lived; the epoch when none is. */
  Instant lastActivity() {
    return lastActivity;
  }
}
