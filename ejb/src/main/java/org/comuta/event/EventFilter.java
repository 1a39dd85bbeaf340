package org.comuta.event;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which events somebody wants. Immutable; any thread.
 *
 * @param types those of these types only
 * @param naps of calls, those that come from or go to one of these; empty for all
 * @param callId of calls, those of this one; null for all. With it, nothing but calls.
 */
public record EventFilter(Set<EventType> types, Set<String> naps, @Nullable String callId)
    implements Predicate<EventContent> {
  /** Everything. */
  public static final EventFilter ALL =
      new EventFilter(EnumSet.allOf(EventType.class), Set.of(), null);

  private static final String ALL_OF_A_GROUP = ".*";

  public EventFilter {
    types = Set.copyOf(types);
    naps = Set.copyOf(naps);
  }

  /** The types that these words stand for; all of them for none. */
  public static Set<EventType> types(Collection<String> words) {
    return words.isEmpty()
        ? EnumSet.allOf(EventType.class)
        : words.stream().flatMap(EventFilter::of).collect(Collectors.toSet());
  }

  /** Whether it is a type such as {@code call.ended}, or a group such as {@code call.*}. */
  public static boolean isWord(String word) {
    return of(word).findAny().isPresent();
  }

  private static Stream<EventType> of(String word) {
    String group = word.endsWith(ALL_OF_A_GROUP) ? word.substring(0, word.length() - 1) : null;
    return Stream.of(EventType.values())
        .filter(
            type -> type.word().equals(word) || (group != null && type.word().startsWith(group)));
  }

  @Override
  public boolean test(EventContent content) {
    if (!types.contains(content.type())) {
      return false;
    }
    if (content instanceof CallContent call) {
      return (callId == null || callId.equals(call.callId())) && passes(call);
    }
    return callId == null;
  }

  private boolean passes(CallContent call) {
    return naps.isEmpty() || has(call.originNap()) || has(call.destinationNap());
  }

  private boolean has(@Nullable String nap) {
    return nap != null && naps.contains(nap);
  }
}
