package org.comuta.intrusion;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches the addresses that send SIP and blocks those that the {@link IntrusionRules} say, on this
 * node, until the time is over, an administrator releases them, their rule is no more, or a NAP is
 * there. Memory is bounded: whose attempt was longest ago is forgotten first. Any thread; a message
 * of a neighbour takes no lock.
 */
public final class SourceGuard {
  /** Addresses that are watched for a rule, and addresses that are blocked, at most. */
  static final int MOST = 10_000;

  private static final Logger LOG = LoggerFactory.getLogger(SourceGuard.class);

  private record Watched(String rule, InetAddress source) {}

  private record Block(IntrusionRule rule, Instant since, long untilNanos, LongAdder messages) {}

  private final Supplier<IntrusionRules> rules;
  private final InstantSource clock;
  private final LongSupplier nanoTime;
  private final ConcurrentHashMap<InetAddress, Block> blocks = new ConcurrentHashMap<>();
  private final Map<Watched, Attempts> watched =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Watched, Attempts> eldest) {
          return size() > MOST;
        }
      };

  /**
   * @param rules those in force now
   * @param nanoTime a clock in ns that only goes forward
   */
  public SourceGuard(Supplier<IntrusionRules> rules, InstantSource clock, LongSupplier nanoTime) {
    this.rules = rules;
    this.clock = clock;
    this.nanoTime = nanoTime;
  }

  /** A message has come from there; whether it is taken. */
  public boolean admits(InetAddress source) {
    IntrusionRules now = rules.get();
    boolean quiet = blocks.isEmpty() && now.of(Detection.FLOOD).isEmpty();
    if (quiet || now.spares(source)) {
      return true;
    }
    Block block = blocks.get(source);
    if (block == null) {
      met(Detection.FLOOD, source, now);
      return true;
    }
    if (isOver(block, now)) {
      blocks.remove(source, block);
      return true;
    }
    block.messages.increment();
    return false;
  }

  /** This was seen of that address. */
  public void met(Detection what, InetAddress source) {
    IntrusionRules now = rules.get();
    if (!now.spares(source)) {
      met(what, source, now);
    }
  }

  private void met(Detection what, InetAddress source, IntrusionRules now) {
    for (IntrusionRule rule : now.of(what)) {
      if (count(rule, source) >= rule.attempts()) {
        block(rule, source, now);
      }
    }
  }

  private int count(IntrusionRule rule, InetAddress source) {
    long at = nanoTime.getAsLong();
    synchronized (watched) {
      return watched
          .computeIfAbsent(
              new Watched(rule.name(), source),
              _ -> new Attempts(Duration.ofSeconds(rule.interval()).toNanos(), at))
          .add(at);
    }
  }

  private void block(IntrusionRule rule, InetAddress source, IntrusionRules now) {
    synchronized (watched) {
      watched.remove(new Watched(rule.name(), source));
    }
    if (blocks.size() >= MOST) {
      blocks.values().removeIf(block -> isOver(block, now));
      if (blocks.size() >= MOST) {
        return;
      }
    }
    long until = nanoTime.getAsLong() + Duration.ofSeconds(rule.blockTime()).toNanos();
    Block block = new Block(rule, clock.instant(), until, new LongAdder());
    if (blocks.putIfAbsent(source, block) == null) {
      LOG.warn(
          "{} is blocked for {} s by the rule {}: {} of {} within {} s",
          source.getHostAddress(),
          rule.blockTime(),
          rule.name(),
          rule.attempts(),
          rule.detection(),
          rule.interval());
    }
  }

  private boolean isOver(Block block, IntrusionRules now) {
    return nanoTime.getAsLong() - block.untilNanos >= 0 || !now.has(block.rule.name());
  }

  /** Everything that is blocked on this node, the latest first. */
  public List<BlockedSource> blocked() {
    IntrusionRules now = rules.get();
    blocks.entrySet().removeIf(one -> isOver(one.getValue(), now) || now.spares(one.getKey()));
    return blocks.entrySet().stream()
        .map(one -> view(one.getKey(), one.getValue()))
        .sorted(
            Comparator.comparing(BlockedSource::since)
                .reversed()
                .thenComparing(BlockedSource::address))
        .toList();
  }

  private BlockedSource view(InetAddress source, Block block) {
    long left = Math.ceilDiv(block.untilNanos - nanoTime.getAsLong(), 1_000_000_000L);
    return new BlockedSource(
        source.getHostAddress(),
        block.rule.name(),
        block.rule.detection(),
        block.since,
        block.since.plusSeconds(block.rule.blockTime()),
        Math.max(0, left),
        block.messages.sum());
  }

  /** Ends a block before its time; null when this address is not blocked. */
  public @Nullable BlockedSource release(String address) {
    BlockedSource found =
        blocked().stream().filter(one -> one.address().equals(address)).findFirst().orElse(null);
    if (found != null) {
      blocks.remove(InetAddress.ofLiteral(address));
    }
    return found;
  }
}
