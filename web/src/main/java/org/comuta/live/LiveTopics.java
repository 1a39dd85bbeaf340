package org.comuta.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.comuta.alarm.Alarm;
import org.comuta.alarm.AlarmsBean;
import org.comuta.call.Call;
import org.comuta.configuration.ConfigurationBean;
import org.comuta.configuration.ConfigurationStatus;
import org.comuta.exchange.Exchange;
import org.comuta.monitoring.SystemLook;
import org.comuta.statistics.Figures;
import org.comuta.statistics.Period;
import org.comuta.statistics.Point;
import org.comuta.statistics.Scope;
import org.comuta.statistics.Statistics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What pages look at, as JSON: each topic is computed when somebody asks, and then not again within
 * its time, however many ask. Any thread.
 */
@ApplicationScoped
public class LiveTopics {
  private static final Logger LOG = LoggerFactory.getLogger(LiveTopics.class);
  private static final List<Scope> ALL = List.of(Scope.ALL);

  /** A topic as it was last computed. */
  private static final class Known {
    private final ReentrantLock computing = new ReentrantLock();
    private volatile String json = "";
    private volatile long second = Long.MIN_VALUE / 2;

    boolean isFresh(long now, Topic topic) {
      return now >= second && now - second < topic.seconds();
    }
  }

  @Inject private Statistics statistics;
  @Inject private LiveNapStates naps;
  @Inject private Exchange exchange;
  @Inject private SystemLook system;
  @Inject private ConfigurationBean configuration;
  @Inject private AlarmsBean alarms;

  private final Map<Topic, Known> known = new EnumMap<>(Topic.class);

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public LiveTopics() {
    for (Topic topic : Topic.values()) {
      known.put(topic, new Known());
    }
  }

  /**
   * The topic as a JSON object. Nobody waits for what may take long, such as the database: while it
   * is computed anew, all get what was known.
   */
  public String json(Topic topic) {
    Known one = known.getOrDefault(topic, new Known());
    if (!one.isFresh(Instant.now().getEpochSecond(), topic)) {
      if (topic.isSlow() && !one.json.isEmpty()) {
        Thread.ofVirtual().name("comuta-live-topic").start(() -> refresh(topic, one));
      } else {
        one.computing.lock();
        try {
          compute(topic, one);
        } finally {
          one.computing.unlock();
        }
      }
    }
    return one.json;
  }

  private void refresh(Topic topic, Known one) {
    if (one.computing.tryLock()) {
      try {
        compute(topic, one);
      } catch (RuntimeException failure) {
        LOG.warn("The state of {} cannot be told: {}", topic.word(), failure.toString());
      } finally {
        one.computing.unlock();
      }
    }
  }

  private void compute(Topic topic, Known one) {
    long second = Instant.now().getEpochSecond();
    if (!one.isFresh(second, topic)) {
      one.json = compute(topic).build().toString();
      one.second = second;
    }
  }

  private JsonObjectBuilder compute(Topic topic) {
    return switch (topic) {
      case NOW -> now();
      case CALLS -> calls();
      case NAPS_FIVE_MINUTES -> naps(Period.FIVE_MINUTES);
      case NAPS_DAY -> naps(Period.DAY);
      case NAPS_MONTH -> naps(Period.MONTH);
      case SYSTEM -> LiveJson.system(system.now());
      case ALARMS -> alarms();
      case CONFIGURATION -> configuration();
    };
  }

  private JsonObjectBuilder now() {
    JsonObjectBuilder figures = Json.createObjectBuilder();
    JsonObjectBuilder points = Json.createObjectBuilder();
    for (Period period : Period.values()) {
      figures.add(period.name(), LiveJson.figures(Figures.of(statistics.last(Scope.ALL, period))));
      Instant last = Instant.now().minusSeconds(period.step().seconds() + 1L);
      points.add(period.name(), LiveJson.points(statistics.series(ALL, period.step(), last, null)));
    }
    return Json.createObjectBuilder()
        .add("at", Instant.now().toEpochMilli())
        .add("active", exchange.calls().live().size())
        .add("cps", statistics.callsPerSecond(Scope.ALL))
        .add("figures", figures)
        .add("points", points);
  }

  private JsonObjectBuilder naps(Period period) {
    return LiveJson.naps(naps.all(period));
  }

  /** A number that is another when any call came, went or changed. */
  private JsonObjectBuilder calls() {
    long print = 0;
    int count = 0;
    for (Call call : exchange.calls().live().all()) {
      print += call.view().hashCode();
      count++;
    }
    return Json.createObjectBuilder().add("count", count).add("print", print);
  }

  /** A number that is another when any alarm came, went or changed. */
  private JsonObjectBuilder alarms() {
    List<Alarm> active = alarms.active();
    return Json.createObjectBuilder().add("count", active.size()).add("print", active.hashCode());
  }

  private JsonObjectBuilder configuration() {
    ConfigurationStatus status = configuration.status();
    return Json.createObjectBuilder()
        .add("pending", status.pendingObjects())
        .add("revision", status.appliedRevision());
  }

  /** The series of a period as a JSON object. */
  public String series(Period period) {
    List<Point> points = statistics.series(ALL, period.step(), null, null);
    return Json.createObjectBuilder()
        .add("period", period.name())
        .add("step", period.step().seconds())
        .add("points", LiveJson.points(points))
        .build()
        .toString();
  }
}
