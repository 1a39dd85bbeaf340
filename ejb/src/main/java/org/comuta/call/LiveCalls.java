package org.comuta.call;

import java.util.Collection;
import java.util.Collections;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The calls that exist now. Safe for use by any thread; views are as of the moment of reading. */
public final class LiveCalls {
  private final ConcurrentHashMap<String, Call> calls = new ConcurrentHashMap<>();

  void add(Call call) {
    calls.put(call.id(), call);
  }

  void remove(Call call) {
    calls.remove(call.id());
  }

  /** Number of calls, ringing ones included. */
  public int size() {
    return calls.size();
  }

  /** The call of this identity, or null. */
  public @Nullable Call find(String callId) {
    return calls.get(callId);
  }

  /** A live, weakly consistent look at all calls. */
  public Collection<Call> all() {
    return Collections.unmodifiableCollection(calls.values());
  }
}
