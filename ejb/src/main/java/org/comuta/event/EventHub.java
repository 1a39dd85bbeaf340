package org.comuta.event;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands each event to every listener that wants it, through a bounded queue of its own. Telling an
 * event takes no lock and waits for nobody. Any thread.
 */
public final class EventHub implements Events {
  private static final Logger LOG = LoggerFactory.getLogger(EventHub.class);

  /**
   * How the listeners of one name fare, those that have gone included.
   *
   * @param listeners how many there are now
   * @param waiting events in their queues
   * @param delivered events that were put into their queues since the start
   * @param dropped events that found them full since the start
   */
  public record Listeners(String name, int listeners, int waiting, long delivered, long dropped) {}

  private record Totals(LongAdder delivered, LongAdder dropped) {}

  private final List<Subscription> subscriptions = new CopyOnWriteArrayList<>();
  private final ConcurrentHashMap<String, Totals> totals = new ConcurrentHashMap<>();
  private final Map<EventType, LongAdder> published = new EnumMap<>(EventType.class);
  private final EventIds ids = new EventIds();
  private final String node;
  private final InstantSource clock;

  /**
   * @param node name of this server
   */
  public EventHub(String node, InstantSource clock) {
    this.node = node;
    this.clock = clock;
    for (EventType type : EventType.values()) {
      published.put(type, new LongAdder());
    }
  }

  /**
   * Listens from now on.
   *
   * @param name for metrics and alarms: who it is, or of what kind where there are many
   * @param capacity most events that wait
   * @param wanted asked for each event by the thread that tells it, so it must be quick
   */
  public Subscription subscribe(String name, int capacity, Predicate<EventContent> wanted) {
    Subscription subscription = new Subscription(name, capacity, wanted, this);
    totals.computeIfAbsent(name, ignored -> new Totals(new LongAdder(), new LongAdder()));
    subscriptions.add(subscription);
    return subscription;
  }

  void remove(Subscription subscription) {
    subscriptions.remove(subscription);
  }

  @Override
  public void publish(EventContent content) {
    LongAdder count = published.get(content.type());
    if (count != null) {
      count.increment();
    }
    Event event = null;
    for (Subscription subscription : subscriptions) {
      try {
        if (subscription.wants(content)) {
          event = event == null ? event(content) : event;
          count(subscription, subscription.offer(event));
        }
      } catch (RuntimeException fault) {
        // A listener's fault must not be that of a call.
        LOG.error("{} was not asked about {}", subscription.name(), content.type(), fault);
      }
    }
  }

  private Event event(EventContent content) {
    Instant now = clock.instant();
    return new Event(ids.next(now.toEpochMilli()), now, node, content);
  }

  private void count(Subscription subscription, boolean delivered) {
    @Nullable Totals of = totals.get(subscription.name());
    if (of != null) {
      (delivered ? of.delivered() : of.dropped()).increment();
    }
  }

  /** Events told since the start, whether or not anybody listened. */
  public long published(EventType type) {
    LongAdder count = published.get(type);
    return count == null ? 0 : count.sum();
  }

  /** How all listeners fare, by name. */
  public List<Listeners> listeners() {
    List<Listeners> all = new ArrayList<>();
    totals.forEach(
        (name, of) -> {
          List<Subscription> now =
              subscriptions.stream().filter(one -> one.name().equals(name)).toList();
          all.add(
              new Listeners(
                  name,
                  now.size(),
                  now.stream().mapToInt(Subscription::waiting).sum(),
                  of.delivered().sum(),
                  of.dropped().sum()));
        });
    all.sort(Comparator.comparing(Listeners::name));
    return all;
  }
}
