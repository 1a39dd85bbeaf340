package org.comuta.messaging;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.comuta.database.Sql;
import org.jspecify.annotations.Nullable;

/**
 * What tokens may read, by the same views of the database that the broker asks when they sign in.
 * Any thread.
 */
final class TopicReaders {
  /** Topics by the roles of the broker's security settings. */
  private static final Map<String, String> TOPICS =
      Map.of("comuta-events", Topics.EVENTS, "comuta-administration", Topics.ADMINISTRATION);

  private record Row(String token, @Nullable String role) {}

  private final Sql sql;

  TopicReaders(Sql sql) {
    this.sql = sql;
  }

  /** The topics that each of these tokens may read; those that do not count any more are absent. */
  Map<String, Set<String>> topics(Collection<String> tokens) {
    Map<String, Set<String>> topics = new HashMap<>();
    if (tokens.isEmpty()) {
      return topics;
    }
    List<Row> rows =
        sql.query(
            "select reader.id, reader_role.role_name from message_reader reader"
                + " left join message_reader_role reader_role on reader_role.id = reader.id"
                + " where reader.id in ("
                + String.join(", ", tokens.stream().map(ignored -> "?").toList())
                + ")",
            row -> new Row(row.getString(1), row.getString(2)),
            tokens.toArray());
    for (Row row : rows) {
      Set<String> readable = topics.computeIfAbsent(row.token(), ignored -> new TreeSet<>());
      String topic = row.role() == null ? null : TOPICS.get(row.role());
      if (topic != null) {
        readable.add(topic);
      }
    }
    return topics;
  }
}
