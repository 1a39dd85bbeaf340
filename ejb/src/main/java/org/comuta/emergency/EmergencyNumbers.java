package org.comuta.emergency;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What tells a call for help from others, compiled from all lists that are enabled. Immutable; any
 * thread.
 */
public final class EmergencyNumbers {
  /** No number is one; only the service URN is known. */
  public static final EmergencyNumbers NONE = new EmergencyNumbers(Set.of());

  private static final String SERVICE = "urn:service:sos";

  private final Set<String> numbers;

  private EmergencyNumbers(Set<String> numbers) {
    this.numbers = numbers;
  }

  /** Those of these lists. */
  public static EmergencyNumbers of(Collection<EmergencyList> lists) {
    return new EmergencyNumbers(
        lists.stream()
            .filter(EmergencyList::enabled)
            .flatMap(list -> list.numbers().stream())
            .collect(Collectors.toUnmodifiableSet()));
  }

  /**
   * Whether this is a call for help.
   *
   * @param target URI that the request is for; {@code urn:service:sos} and what is below it (RFC
   *     5031 section 4.2) counts without any list
   * @param calledNumber as received
   */
  public boolean concern(String target, String calledNumber) {
    return numbers.contains(calledNumber) || isService(target);
  }

  private static boolean isService(String target) {
    int length = SERVICE.length();
    return target.regionMatches(true, 0, SERVICE, 0, length)
        && (target.length() == length || target.charAt(length) == '.');
  }
}
