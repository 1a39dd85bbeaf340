package org.comuta.cdr.store;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comuta.call.Party;
import org.comuta.cause.Failure;
import org.comuta.description.Problem;
import org.comuta.listing.Order;
import org.comuta.listing.Selection;
import org.comuta.listing.SqlFields.Clause;

/**
 * A search for call records, in the words of the API. Immutable.
 *
 * <p>Filters, all of which must hold: {@code originNap}, {@code destinationNap}, {@code route},
 * {@code callingNumber} and {@code calledNumber} (equal, or with a final {@code *} beginning with),
 * {@code callId}, {@code originProtocolCallId}, {@code endedBy} (a {@link Party}), {@code failure}
 * (a {@link Failure}), {@code cause} (of the caller's leg), {@code answered} ({@code true}, {@code
 * false}), {@code from} (inclusive) and {@code to} (exclusive) of {@code startedAt}, ISO 8601 with
 * offset. Order: {@code sort}, a field with {@code -} before it for the largest first; {@code
 * -startedAt} when none is given.
 */
public final class CallRecordQuery {
  /** Word of the parameter that gives the order. */
  private static final String SORT = "sort";

  private static final Order LATEST_FIRST = new Order("startedAt", true);

  private static final Order NO_ORDER = new Order("", false);

  private final List<Clause> conditions;
  private final Order order;

  private CallRecordQuery(List<Clause> conditions, Order order) {
    this.conditions = List.copyOf(conditions);
    this.order = order;
  }

  /** Every record, the latest first. */
  public static CallRecordQuery all() {
    return new CallRecordQuery(List.of(), LATEST_FIRST);
  }

  /**
   * The records of a selection, the latest first where it has no order.
   *
   * @throws IllegalArgumentException when it names a field that records do not have
   */
  public static CallRecordQuery of(Selection selection) {
    Order order = selection.order();
    return new CallRecordQuery(
        RecordFields.ALL.clauses(selection), order == null ? LATEST_FIRST : order);
  }

  /** What records can be sorted by. */
  public static Set<String> sortFields() {
    return RecordFields.ALL.names();
  }

  /**
   * The search that these parameters describe; one with an empty value counts as not given.
   *
   * @throws InvalidQueryException when a name is unknown or a value cannot be read
   */
  public static CallRecordQuery parse(Map<String, String> parameters) throws InvalidQueryException {
    List<Problem> problems = new ArrayList<>();
    List<Clause> conditions = new ArrayList<>();
    Order order = LATEST_FIRST;
    for (Map.Entry<String, String> parameter : parameters.entrySet()) {
      String word = parameter.getKey();
      String value = parameter.getValue();
      if (word.equals(SORT)) {
        order = value.isEmpty() ? LATEST_FIRST : Order.parse(value).orElse(NO_ORDER);
        if (!sortFields().contains(order.field())) {
          problems.add(new Problem(SORT, "unknown", "sort names no sortable field."));
        }
        continue;
      }
      FilterField.of(word)
          .ifPresentOrElse(
              field -> condition(field, value, problems).ifPresent(conditions::add),
              () -> problems.add(new Problem(word, "unknown", word + " is no filter of records.")));
    }
    if (!problems.isEmpty()) {
      throw new InvalidQueryException(problems);
    }
    return new CallRecordQuery(conditions, order);
  }

  /** Every word that {@link #parse} knows. */
  public static List<String> words() {
    return Stream.concat(filters().stream(), Stream.of(SORT)).toList();
  }

  /** Those of them that choose records. */
  public static List<String> filters() {
    return Arrays.stream(FilterField.values()).map(FilterField::word).toList();
  }

  private static Optional<Clause> condition(
      FilterField field, String value, List<Problem> problems) {
    if (value.isEmpty()) {
      return Optional.empty();
    }
    String column = field.column();
    return switch (field.kind()) {
      case TEXT -> Optional.of(new Clause(column + " = ?", value));
      case NUMBER_PREFIX ->
          Optional.of(
              value.endsWith("*")
                  ? new Clause(
                      column + " like ? escape '!'",
                      escapeLike(value.substring(0, value.length() - 1)) + "%")
                  : new Clause(column + " = ?", value));
      case PARTY -> choice(field, value, Party.values(), problems);
      case FAILURE -> choice(field, value, Failure.values(), problems);
      case CAUSE -> cause(field, value, problems);
      case PRESENCE -> presence(field, value, problems);
      case NOT_BEFORE -> moment(field, " >= ?", value, problems);
      case BEFORE -> moment(field, " < ?", value, problems);
    };
  }

  private static String escapeLike(String text) {
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }

  private static <E extends Enum<E>> Optional<Clause> choice(
      FilterField field, String value, E[] choices, List<Problem> problems) {
    for (E choice : choices) {
      if (choice.name().equals(value)) {
        return Optional.of(new Clause(field.column() + " = ?", value));
      }
    }
    String words = Arrays.stream(choices).map(Enum::name).collect(Collectors.joining(", "));
    problems.add(new Problem(field.word(), "choice", field.word() + " is one of " + words + "."));
    return Optional.empty();
  }

  private static Optional<Clause> cause(FilterField field, String value, List<Problem> problems) {
    if (value.matches("[0-9]{1,3}")) {
      return Optional.of(new Clause(field.column() + " = ?", Integer.valueOf(value)));
    }
    problems.add(
        new Problem(field.word(), "range", field.word() + " is a Q.850 cause from 1 to 127."));
    return Optional.empty();
  }

  private static Optional<Clause> presence(
      FilterField field, String value, List<Problem> problems) {
    return switch (value) {
      case "true" -> Optional.of(new Clause(field.column() + " is not null", null));
      case "false" -> Optional.of(new Clause(field.column() + " is null", null));
      default -> {
        problems.add(new Problem(field.word(), "choice", field.word() + " is true or false."));
        yield Optional.empty();
      }
    };
  }

  private static Optional<Clause> moment(
      FilterField field, String comparison, String value, List<Problem> problems) {
    try {
      Instant moment = OffsetDateTime.parse(value).toInstant();
      return Optional.of(new Clause(field.column() + comparison, moment.atOffset(ZoneOffset.UTC)));
    } catch (DateTimeException e) {
      problems.add(
          new Problem(
              field.word(),
              "syntax",
              field.word() + " is a moment with offset, such as 2026-01-31T08:00:00Z."));
      return Optional.empty();
    }
  }

  List<Clause> conditions() {
    return conditions;
  }

  /** SQL after {@code from call_record}; empty when everything matches. */
  String where() {
    return conditions.isEmpty()
        ? ""
        : conditions.stream().map(Clause::sql).collect(Collectors.joining(" and ", " where ", ""));
  }

  /** SQL of the order; total, because the identity decides between equals. */
  String orderBy() {
    String direction = order.descending() ? " desc" : " asc";
    return " order by " + RecordFields.ALL.orderBy(order) + ", id" + direction;
  }
}
