package org.comuta.listing;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which items of a list are wanted, and in which order. Immutable.
 *
 * @param conditions what must hold, by field; all of them
 * @param order null for the one that the list has by itself
 */
public record Selection(Map<String, Condition> conditions, @Nullable Order order) {
  /** Everything, as it comes. */
  public static final Selection ALL = new Selection(Map.of(), null);

  /** How the fields of an item are read. */
  public interface Fields<T> {
    /** Value of a field, of the types that {@link Condition#holds} knows. */
    @Nullable Object value(T item, String field);
  }

  private record Keyed<T>(T item, @Nullable Object key) {}

  public Selection {
    conditions = Map.copyOf(conditions);
  }

  /** The items with these values in their fields. */
  public static Selection equal(Map<String, String> values) {
    return new Selection(
        values.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, entry -> new Condition.Is(entry.getValue()))),
        null);
  }

  /** The same in another order. */
  public Selection in(@Nullable Order other) {
    return new Selection(conditions, other);
  }

  /** Whether it leaves a list as it is. */
  public boolean isAll() {
    return conditions.isEmpty() && order == null;
  }

  /** What is wanted of these items; equals stay in the order they have. */
  public <T> List<T> of(Collection<T> all, Fields<T> fields) {
    List<T> found =
        conditions.isEmpty()
            ? List.copyOf(all)
            : all.stream().filter(item -> accepts(item, fields)).toList();
    Order wanted = order;
    if (wanted == null) {
      return found;
    }
    return found.stream()
        .map(item -> new Keyed<>(item, key(fields.value(item, wanted.field()))))
        .sorted(Comparator.comparing(Keyed::key, comparator(wanted.descending())))
        .map(Keyed::item)
        .toList();
  }

  private <T> boolean accepts(T item, Fields<T> fields) {
    return conditions.entrySet().stream()
        .allMatch(entry -> entry.getValue().holds(fields.value(item, entry.getKey())));
  }

  /** What has no value comes last either way. */
  private static Comparator<@Nullable Object> comparator(boolean descending) {
    Comparator<Object> order = Selection::compare;
    return Comparator.nullsLast(descending ? order.reversed() : order);
  }

  private static @Nullable Object key(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case String text when text.isEmpty() -> null;
      case Collection<?> list when list.isEmpty() -> null;
      case Collection<?> list ->
          list.stream().map(String::valueOf).collect(Collectors.joining(" "));
      case Number number -> Condition.number(number);
      case Duration duration -> Condition.number(duration);
      default -> value;
    };
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // of one type, or else compared as texts
  private static int compare(Object one, Object other) {
    if (one instanceof Comparable comparable
        && !(one instanceof String)
        && one.getClass() == other.getClass()) {
      return comparable.compareTo(other);
    }
    String text = String.valueOf(one);
    String otherText = String.valueOf(other);
    int order = text.toLowerCase(Locale.ROOT).compareTo(otherText.toLowerCase(Locale.ROOT));
    return order == 0 ? text.compareTo(otherText) : order;
  }
}
