package org.comuta.sip.callcontrol.keepalive;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import javax.servlet.sip.SipFactory;
import org.comuta.nap.KeepAlive;
import org.comuta.nap.Nap;
import org.comuta.nap.Reachability;
import org.comuta.nap.Reachability.State;
import org.comuta.sip.callcontrol.leg.OurAddresses;
import org.comuta.sip.callcontrol.outgoing.Hop;
import org.comuta.sip.container.Lane;
import org.comuta.sip.container.Lanes;
import org.comuta.snapshot.LiveSnapshot;
import org.comuta.snapshot.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * Asks each place of the NAPs that want it, again and again, and tells {@link Reachability}. All it
 * knows is confined to one lane; the questions are spread over all.
 */
public final class NapWatch {
  private static final Duration LOOKED_AT_EVERY = Duration.ofMillis(250);

  /** So long one may take to answer at most; one that did not is asked again at once. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** Questions of one look, so that thousands of NAPs are not asked at once after an apply. */
  private static final int MOST_AT_ONCE = 50;

  private final LiveSnapshot configuration;
  private final Reachability reachability;
  private final SipFactory factory;
  private final OurAddresses ours;
  private final LongSupplier nanos;

  /** Those to be asked and when; one that is being asked is not among them. */
  private final Map<String, Long> due = new LinkedHashMap<>();

  private final Map<String, Target> targets = new LinkedHashMap<>();
  private @Nullable Snapshot seen;
  private volatile boolean ended;

  public NapWatch(
      LiveSnapshot configuration,
      Reachability reachability,
      SipFactory factory,
      OurAddresses ours,
      LongSupplier nanos) {
    this.configuration = configuration;
    this.reachability = reachability;
    this.factory = factory;
    this.ours = ours;
    this.nanos = nanos;
  }

  /** Begins; any thread. */
  public void begin(Lanes lanes) {
    Lane own = lanes.next();
    own.execute(() -> look(own, lanes));
  }

  /** Asks nobody any more; any thread. */
  public void end() {
    ended = true;
  }

  @SuppressWarnings("ReferenceEquality") // Names may be resolved anew within a revision.
  private void look(Lane own, Lanes lanes) {
    if (ended) {
      return;
    }
    own.schedule(LOOKED_AT_EVERY, () -> look(own, lanes));
    Snapshot now = configuration.current();
    if (now != seen) {
      seen = now;
      watch(now);
    }
    long at = nanos.getAsLong();
    List<String> ready =
        due.entrySet().stream()
            .filter(one -> one.getValue() - at <= 0)
            .limit(MOST_AT_ONCE)
            .map(Map.Entry::getKey)
            .toList();
    for (String key : ready) {
      due.remove(key);
      Target target = targets.get(key);
      if (target != null) {
        ask(target, own, lanes.next());
      }
    }
  }

  /** Who stays as it was keeps its turn; who is new or another is asked at once. */
  private void watch(Snapshot snapshot) {
    Map<String, Target> before = new HashMap<>(targets);
    Map<String, List<String>> asked = new HashMap<>();
    targets.clear();
    for (Nap nap : snapshot.naps().all()) {
      if (!nap.enabled() || nap.keepAlive() == KeepAlive.OFF) {
        continue;
      }
      for (Hop hop : Hop.to(nap, snapshot.naps())) {
        Target target = new Target(nap, hop, snapshot.interfaces());
        targets.put(target.key(), target);
        asked.computeIfAbsent(nap.name(), name -> new ArrayList<>()).add(hop.hostPort());
        Target known = before.get(target.key());
        if (known == null || !known.nap().equals(nap)) {
          due.put(target.key(), nanos.getAsLong());
        }
      }
    }
    due.keySet().retainAll(targets.keySet());
    reachability.watch(asked);
  }

  private void ask(Target target, Lane own, Lane asking) {
    Duration patience = soonest(target);
    long askedAt = nanos.getAsLong();
    Question question =
        new Question(target, why -> own.execute(() -> answered(target, askedAt, why)));
    asking.execute(() -> question.ask(factory, ours, asking, patience));
  }

  private void answered(Target asked, long askedAt, String why) {
    String nap = asked.nap().name();
    String place = asked.hop().hostPort();
    if (why.isEmpty()) {
      reachability.answered(nap, place, Instant.now());
    } else {
      reachability.failed(nap, place, Instant.now(), why);
    }
    Target now = targets.get(asked.key());
    if (now != null) {
      Duration pause =
          reachability.of(nap, place) == State.SUSPECT
              ? soonest(now)
              : Duration.ofSeconds(now.nap().keepAliveInterval());
      due.put(now.key(), askedAt + pause.toNanos());
    }
  }

  private static Duration soonest(Target target) {
    Duration interval = Duration.ofSeconds(target.nap().keepAliveInterval());
    return interval.compareTo(PATIENCE) < 0 ? interval : PATIENCE;
  }
}
