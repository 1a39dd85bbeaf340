package org.comuta.media.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.comuta.media.Side;
import org.jspecify.annotations.Nullable;

/**
 * Who holds which call. A call whose holder went away is an orphan: it lives on until somebody
 * claims it or the limit is over. Any thread; nothing here waits.
 *
 * @param <H> what a holder is, compared by equals
 */
public final class Holdings<H> {
  private final Map<String, Holding<H>> calls = new HashMap<>();
  private final LongSupplier nanoTime;
  private final long claimLimitNanos;

  private static final class Holding<H> {
    private @Nullable H holder;
    private long orphanSince;
    private int settingNow;
    private boolean made;
    private final Set<Side> silentWithoutHolder = EnumSet.noneOf(Side.class);

    Holding(H holder) {
      this.holder = holder;
    }
  }

  /**
   * What became of a claim.
   *
   * @param held named calls that are the asker's now
   * @param dropped calls of the asker's that it did not name; they are nobody's any more
   * @param silent sides that fell silent while a call had no holder
   */
  public record Claimed(Set<String> held, List<String> dropped, Map<String, Set<Side>> silent) {}

  /**
   * @param nanoTime such as {@link System#nanoTime}
   * @param claimLimit how long an orphan lives
   */
  public Holdings(LongSupplier nanoTime, Duration claimLimit) {
    this.nanoTime = nanoTime;
    this.claimLimitNanos = claimLimit.toNanos();
  }

  /**
   * The holder begins to set a call, which becomes its own. Followed by {@link #set}.
   *
   * @return false when another holder has it, and nothing changed
   */
  public synchronized boolean setting(H holder, String callId) {
    Holding<H> holding = calls.computeIfAbsent(callId, id -> new Holding<>(holder));
    if (holding.holder == null) {
      holding.holder = holder;
    } else if (!holding.holder.equals(holder)) {
      return false;
    }
    holding.settingNow++;
    return true;
  }

  /** What began with {@link #setting} is over; a call that was never made is forgotten. */
  public synchronized void set(String callId, boolean success) {
    Holding<H> holding = calls.get(callId);
    if (holding == null || holding.settingNow == 0) {
      return;
    }
    holding.settingNow--;
    holding.made |= success;
    if (!holding.made && holding.settingNow == 0) {
      calls.remove(callId);
    }
  }

  /**
   * The holder begins to end a call, which is nobody's from now on.
   *
   * @return false when another holder has it, and nothing changed
   */
  public synchronized boolean ending(H holder, String callId) {
    Holding<H> holding = calls.get(callId);
    if (holding == null) {
      return true;
    }
    if (holding.holder != null && !holding.holder.equals(holder)) {
      return false;
    }
    calls.remove(callId);
    return true;
  }

  /** The holder keeps the named calls, takes orphans among them, and drops its others. */
  public synchronized Claimed claim(H holder, Collection<String> callIds) {
    Set<String> named = Set.copyOf(callIds);
    List<String> dropped = new ArrayList<>();
    Set<String> held = new HashSet<>();
    Map<String, Set<Side>> silent = new HashMap<>();
    for (Iterator<Map.Entry<String, Holding<H>>> all = calls.entrySet().iterator();
        all.hasNext(); ) {
      Map.Entry<String, Holding<H>> call = all.next();
      Holding<H> holding = call.getValue();
      boolean mine = holder.equals(holding.holder);
      if (named.contains(call.getKey()) && (mine || holding.holder == null)) {
        holding.holder = holder;
        held.add(call.getKey());
        if (!holding.silentWithoutHolder.isEmpty()) {
          silent.put(call.getKey(), Set.copyOf(holding.silentWithoutHolder));
          holding.silentWithoutHolder.clear();
        }
      } else if (mine) {
        all.remove();
        dropped.add(call.getKey());
      }
    }
    return new Claimed(held, dropped, silent);
  }

  /** The holder went away: its calls are orphans from now on. Tells how many. */
  public synchronized int leave(H holder) {
    long now = nanoTime.getAsLong();
    int orphans = 0;
    for (Holding<H> holding : calls.values()) {
      if (holder.equals(holding.holder)) {
        holding.holder = null;
        holding.orphanSince = now;
        orphans++;
      }
    }
    return orphans;
  }

  /**
   * Somebody came who may claim calls: the time of those without a holder begins anew, so that none
   * ends between the greeting and the claim.
   */
  public synchronized void greeted() {
    long now = nanoTime.getAsLong();
    for (Holding<H> holding : calls.values()) {
      if (holding.holder == null) {
        holding.orphanSince = now;
      }
    }
  }

  /** Takes out the orphans that nobody claimed in time; who asks has to end them. */
  public synchronized List<String> expired() {
    long now = nanoTime.getAsLong();
    List<String> expired = new ArrayList<>();
    calls
        .entrySet()
        .removeIf(
            call -> {
              Holding<H> holding = call.getValue();
              boolean over = holding.holder == null && now - holding.orphanSince >= claimLimitNanos;
              if (over) {
                expired.add(call.getKey());
              }
              return over;
            });
    return expired;
  }

  /** Who is to hear that a side is silent; null for an orphan, which is told when it is claimed. */
  public synchronized @Nullable H silent(String callId, Side side) {
    Holding<H> holding = calls.get(callId);
    if (holding == null) {
      return null;
    }
    if (holding.holder == null) {
      holding.silentWithoutHolder.add(side);
    }
    return holding.holder;
  }

  /** Every call there is, orphans included. */
  public synchronized Set<String> all() {
    return Set.copyOf(calls.keySet());
  }

  /** How many calls there are without a holder. */
  public synchronized int orphans() {
    int orphans = 0;
    for (Holding<H> holding : calls.values()) {
      if (holding.holder == null) {
        orphans++;
      }
    }
    return orphans;
  }
}
