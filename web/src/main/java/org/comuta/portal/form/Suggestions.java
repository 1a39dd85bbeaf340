package org.comuta.portal.form;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.comuta.configuration.ConfigurationBean;
import org.comuta.configuration.ObjectQuery;
import org.comuta.configuration.StoredObject;

/** What may be typed into a control, as far as it is known. Any thread. */
final class Suggestions {
  private static final int MOST = 50;

  private Suggestions() {}

  /**
   * What contains what was typed, those first that begin with it.
   *
   * @param kind of the objects whose names are asked for; empty: time zones
   */
  static List<String> of(ConfigurationBean configuration, String kind, String typed) {
    return matching(kind.isEmpty() ? zones() : names(configuration, kind), typed);
  }

  static List<String> matching(Stream<String> all, String typed) {
    String wanted = typed.strip().toLowerCase(Locale.ROOT);
    List<String> containing =
        all.filter(one -> one.toLowerCase(Locale.ROOT).contains(wanted)).sorted().toList();
    return Stream.concat(
            containing.stream().filter(one -> begins(one, wanted)),
            containing.stream().filter(one -> !begins(one, wanted)))
        .limit(MOST)
        .toList();
  }

  private static boolean begins(String text, String wanted) {
    return text.toLowerCase(Locale.ROOT).startsWith(wanted);
  }

  private static Stream<String> zones() {
    return ZoneId.getAvailableZoneIds().stream();
  }

  private static Stream<String> names(ConfigurationBean configuration, String kind) {
    if (configuration.catalogue().kind(kind).isEmpty()) {
      return configuration.catalogue().others().of(kind).stream();
    }
    return configuration.list(kind, ObjectQuery.page(0, Integer.MAX_VALUE)).items().stream()
        .map(StoredObject::name);
  }
}
