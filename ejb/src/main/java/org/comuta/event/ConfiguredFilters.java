package org.comuta.event;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What all listeners of a kind want that are configured now; worked out once for each list of them,
 * because whoever tells an event, such as a call, asks. Any thread, no lock.
 *
 * @param <T> a listener as it is configured
 */
public final class ConfiguredFilters<T> implements Predicate<EventContent> {
  private record Known<T>(List<T> of, List<? extends Predicate<EventContent>> filters) {}

  private final Supplier<List<T>> configured;
  private final Function<Stream<T>, Stream<? extends Predicate<EventContent>>> filters;
  private volatile Known<T> known = new Known<>(List.of(), List.of());

  /**
   * @param configured the same list until it changes
   * @param filters those of the listeners that are enabled
   */
  public ConfiguredFilters(
      Supplier<List<T>> configured,
      Function<Stream<T>, Stream<? extends Predicate<EventContent>>> filters) {
    this.configured = configured;
    this.filters = filters;
  }

  @Override
  public boolean test(EventContent content) {
    for (Predicate<EventContent> filter : current().filters()) {
      if (filter.test(content)) {
        return true;
      }
    }
    return false;
  }

  @SuppressWarnings("ReferenceEquality") // it is the same list until something is applied
  private Known<T> current() {
    List<T> now = configured.get();
    Known<T> latest = known;
    if (latest.of() != now) {
      latest = new Known<>(now, filters.apply(now.stream()).toList());
      known = latest;
    }
    return latest;
  }
}
