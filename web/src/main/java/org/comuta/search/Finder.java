package org.comuta.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.comuta.call.CallRecord;
import org.comuta.call.CallView;
import org.comuta.cdr.CallRecordsBean;
import org.comuta.cdr.store.CallRecordQuery;
import org.comuta.configuration.ConfigurationBean;
import org.comuta.description.FieldDescription;
import org.comuta.description.ObjectDescription;
import org.comuta.identity.IdentityBean;
import org.comuta.identity.Right;
import org.comuta.identity.User;
import org.comuta.listing.Condition;
import org.comuta.listing.SearchText;
import org.comuta.listing.Selection;
import org.comuta.operation.LiveCallOperations;
import org.comuta.search.Hit.Group;

/** Looks for words in everything there is. Any thread; blocks while the database works. */
@ApplicationScoped
public class Finder {
  /** Shorter numbers are the beginning of too many. */
  private static final int SHORTEST_NUMBER = 3;

  private static final List<String> IDENTITIES = List.of("callId", "originProtocolCallId", "id");
  private static final List<String> NUMBERS = List.of("calledNumber", "callingNumber");

  @Inject private ConfigurationBean configuration;
  @Inject private IdentityBean identity;
  @Inject private LiveCallOperations calls;
  @Inject private CallRecordsBean records;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public Finder() {}

  /**
   * Everything that fits, the best of each group first.
   *
   * @param may what who asks may see
   * @param most how many of each group at most
   */
  public List<Hit> find(String typed, Locale locale, Predicate<Right> may, int most) {
    SearchText wanted = SearchText.of(typed);
    List<Hit> hits = new ArrayList<>();
    if (wanted.isEmpty()) {
      return hits;
    }
    if (may.test(Right.SEE_CONFIGURATION)) {
      configuration.search(wanted, most).stream()
          .map(
              found ->
                  new Hit(Group.OBJECTS, found.kind(), found.name(), found.field(), found.value()))
          .forEach(hits::add);
      hits.addAll(fields(wanted, locale, most));
    }
    if (may.test(Right.SEE_ADMINISTRATION)) {
      hits.addAll(users(wanted, most));
    }
    if (may.test(Right.SEE_MONITORING)) {
      hits.addAll(calls(wanted, most));
      hits.addAll(records(typed.strip(), most));
    }
    hits.sort(Comparator.comparing(Hit::group));
    return hits;
  }

  private List<Hit> users(SearchText wanted, int most) {
    return identity.users().stream()
        .filter(user -> wanted.isIn(plain(user)))
        .sorted(Comparator.comparingInt(user -> wanted.rank(SearchText.plain(user.name()))))
        .limit(most)
        .map(user -> new Hit(Group.USERS, "user", user.name(), "", user.fullName()))
        .toList();
  }

  private static String plain(User user) {
    return SearchText.plain(user.name() + " " + user.fullName());
  }

  private List<Hit> calls(SearchText wanted, int most) {
    return calls.all().stream()
        .filter(call -> wanted.isIn(plain(call)))
        .limit(most)
        .map(call -> new Hit(Group.CALLS, "call", call.callId(), "", way(call), call.startedAt()))
        .toList();
  }

  private static String plain(CallView call) {
    return SearchText.plain(
        String.join(" ", call.callId(), call.callingNumber(), call.calledNumber()));
  }

  private static String way(CallView call) {
    return call.callingNumber() + " → " + call.calledNumber();
  }

  /** By the columns that have an index, the latest first. */
  private List<Hit> records(String typed, int most) {
    Map<String, Hit> found = new LinkedHashMap<>();
    if (typed.length() < SHORTEST_NUMBER || typed.indexOf(' ') >= 0) {
      return List.of();
    }
    Stream.concat(
            IDENTITIES.stream().map(field -> Map.entry(field, typed)),
            NUMBERS.stream().map(field -> Map.entry(field, typed + "*")))
        .forEach(
            asked -> {
              Condition like = new Condition.Like(asked.getValue());
              Selection selection = new Selection(Map.of(asked.getKey(), like), null);
              records.forEach(
                  CallRecordQuery.of(selection),
                  most,
                  call -> {
                    found.putIfAbsent(call.id(), hit(call, asked.getKey()));
                    return found.size() < most;
                  });
            });
    return List.copyOf(found.values());
  }

  private static Hit hit(CallRecord call, String field) {
    String way = call.callingNumber() + " → " + call.calledNumber();
    return new Hit(Group.RECORDS, "cdr", call.id(), field, way, call.startedAt());
  }

  private List<Hit> fields(SearchText wanted, Locale locale, int most) {
    record Ranked(Hit hit, int rank) {}
    return configuration.catalogue().kinds().stream()
        .map(kind -> kind.description())
        .flatMap(
            description ->
                description.fields().stream()
                    .filter(field -> wanted.isIn(plain(description, field, locale)))
                    .map(
                        field ->
                            new Ranked(
                                new Hit(
                                    Group.FIELDS,
                                    description.kind(),
                                    "",
                                    field.name(),
                                    description.help(field, locale)),
                                wanted.rank(SearchText.plain(description.label(field, locale))))))
        .sorted(Comparator.comparingInt(Ranked::rank))
        .limit(most)
        .map(Ranked::hit)
        .toList();
  }

  private static String plain(
      ObjectDescription<?> description, FieldDescription field, Locale locale) {
    return SearchText.plain(
        String.join(
            " ",
            field.name(),
            description.label(field, locale),
            description.help(field, locale),
            description.label(locale)));
  }
}
