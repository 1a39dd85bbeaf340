package org.comuta.listing;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says a selection in SQL, over a fixed list of fields: what people type only ever becomes a
 * parameter. Immutable; any thread.
 */
public final class SqlFields {
  /** What stands in a column, and how it is compared. */
  public enum Kind {
    /** Text; upper and lower case are the same. */
    TEXT,
    /** Text that is compared as it is, so that an index helps: numbers, identities. */
    CODE,
    /** Name of an enum's constant. */
    WORD,
    NUMBER,
    /** A duration in milliseconds; conditions count in seconds. */
    MILLIS,
    MOMENT,
    /** True when there is a value. */
    PRESENCE
  }

  /**
   * One field.
   *
   * @param column its column, or an expression
   * @param nullable whether there may be no value
   */
  public record Field(String column, Kind kind, boolean nullable) {
    /** A column that always has a value. */
    public static Field always(String column, Kind kind) {
      return new Field(column, kind, false);
    }

    /** A column that may have no value. */
    public static Field maybe(String column, Kind kind) {
      return new Field(column, kind, true);
    }
  }

  /**
   * One condition.
   *
   * @param sql with one {@code ?} when there is a value, else with none
   */
  public record Clause(String sql, @Nullable Object value) {}

  private static final BigDecimal MILLIS = BigDecimal.valueOf(1_000);

  private final Map<String, Field> fields;

  public SqlFields(Map<String, Field> fields) {
    this.fields = Map.copyOf(fields);
  }

  /** Names of all fields. */
  public Set<String> names() {
    return fields.keySet();
  }

  /**
   * The conditions, to be joined by {@code and}.
   *
   * @throws IllegalArgumentException when there is no such field, or it cannot be asked so
   */
  public List<Clause> clauses(Selection selection) {
    List<Clause> clauses = new ArrayList<>();
    selection.conditions().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(entry -> add(clauses, field(entry.getKey()), entry.getValue()));
    return clauses;
  }

  /**
   * The same, each with {@code and} before it, to be put behind a condition.
   *
   * @param parameters the values are added to it
   */
  public String and(Selection selection, List<? super Object> parameters) {
    StringBuilder sql = new StringBuilder();
    for (Clause clause : clauses(selection)) {
      sql.append(" and ").append(clause.sql());
      if (clause.value() != null) {
        parameters.add(clause.value());
      }
    }
    return sql.toString();
  }

  /** What stands after {@code order by} for this order. */
  public String orderBy(Order order) {
    Field field = field(order.field());
    String sorted =
        field.kind() == Kind.PRESENCE
            ? "case when " + field.column() + " is null then 0 else 1 end"
            : field.column();
    return sorted
        + (order.descending() ? " desc" : " asc")
        + (field.nullable() && field.kind() != Kind.PRESENCE ? " nulls last" : "");
  }

  private Field field(String name) {
    Field field = fields.get(name);
    if (field == null) {
      throw new IllegalArgumentException("There is no field " + name + ".");
    }
    return field;
  }

  private static void add(List<Clause> clauses, Field field, Condition condition) {
    String column = field.column();
    switch (condition) {
      case Condition.Like like -> clauses.add(like(field, like.pattern()));
      case Condition.Is is when field.kind() == Kind.PRESENCE ->
          clauses.add(
              new Clause(column + (is.word().equals("true") ? " is not null" : " is null"), null));
      case Condition.Is is ->
          clauses.add(
              new Clause(
                  column + " = ?",
                  field.kind() == Kind.NUMBER ? new BigDecimal(is.word()) : is.word()));
      case Condition.Range range -> {
        String equal = range.included() ? "=" : "";
        bound(clauses, column + " >" + equal + " ?", amount(field, range.least()));
        bound(clauses, column + " <" + equal + " ?", amount(field, range.most()));
      }
      case Condition.Period period -> {
        bound(clauses, column + " >= ?", moment(field, period.from()));
        bound(clauses, column + " < ?", moment(field, period.before()));
      }
    }
  }

  private static void bound(List<Clause> clauses, String sql, @Nullable Object value) {
    if (value != null) {
      clauses.add(new Clause(sql, value));
    }
  }

  private static Clause like(Field field, String pattern) {
    String column = field.column();
    if (field.kind() != Kind.TEXT && field.kind() != Kind.CODE) {
      throw new IllegalArgumentException(column + " is no text.");
    }
    if (pattern.isEmpty()) {
      return new Clause("(" + column + " is null or " + column + " = '')", null);
    }
    boolean text = field.kind() == Kind.TEXT;
    String side = text ? "lower(" + column + ")" : column;
    String wanted = text ? pattern.toLowerCase(Locale.ROOT) : pattern;
    return wanted.contains("*")
        ? new Clause(side + " like ? escape '!'", escaped(wanted))
        : new Clause(side + " = ?", wanted);
  }

  private static String escaped(String pattern) {
    return pattern.replace("!", "!!").replace("%", "!%").replace("_", "!_").replace('*', '%');
  }

  private static @Nullable BigDecimal amount(Field field, @Nullable BigDecimal bound) {
    if (field.kind() != Kind.NUMBER && field.kind() != Kind.MILLIS) {
      throw new IllegalArgumentException(field.column() + " is no number.");
    }
    return bound == null || field.kind() == Kind.NUMBER ? bound : bound.multiply(MILLIS);
  }

  private static @Nullable Instant moment(Field field, @Nullable Instant bound) {
    if (field.kind() != Kind.MOMENT) {
      throw new IllegalArgumentException(field.column() + " is no moment.");
    }
    return bound;
  }
}
