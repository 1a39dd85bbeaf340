package org.comuta.logging;

import jakarta.json.JsonException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.comuta.description.Json;
import org.comuta.logging.line.LogComponent;
import org.jspecify.annotations.Nullable;

/** Settings and trace in the database. Any thread; in the transaction of the caller. */
final class LogSettingsStore {
  /** What is kept. */
  record Kept(LogSettings settings, TraceSwitch trace) {
    static final Kept NOTHING = new Kept(LogSettings.SHIPPED, TraceSwitch.OFF);
  }

  private final DataSource source;

  LogSettingsStore(DataSource source) {
    this.source = source;
  }

  Kept load() throws SQLException {
    try (Connection connection = source.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "select settings, trace_components, trace_until from log_settings where id = 1");
        ResultSet row = statement.executeQuery()) {
      if (!row.next()) {
        return Kept.NOTHING;
      }
      OffsetDateTime until = row.getObject("trace_until", OffsetDateTime.class);
      return new Kept(
          settings(row.getString("settings")),
          new TraceSwitch(
              components(row.getString("trace_components")),
              until == null ? Instant.EPOCH : until.toInstant()));
    }
  }

  void save(LogSettings settings) throws SQLException {
    change(
        "update log_settings set settings = ? where id = 1",
        LogSettingsJson.write(settings).toString());
  }

  void save(TraceSwitch trace) throws SQLException {
    change(
        "update log_settings set trace_components = ?, trace_until = ? where id = 1",
        trace.components().stream().map(Enum::name).collect(Collectors.joining(",")),
        trace.components().isEmpty() ? null : trace.until().atOffset(ZoneOffset.UTC));
  }

  private void change(String statement, @Nullable Object... values) throws SQLException {
    try (Connection connection = source.getConnection();
        PreparedStatement prepared = connection.prepareStatement(statement)) {
      for (int i = 0; i < values.length; i++) {
        prepared.setObject(i + 1, values[i]);
      }
      prepared.executeUpdate();
    }
  }

  /** What another version stored and this one does not know is as shipped. */
  private static LogSettings settings(String stored) {
    try {
      LogSettings settings = LogSettingsJson.read(Json.parse(stored)).value();
      return settings.check().isEmpty() ? settings : LogSettings.SHIPPED;
    } catch (JsonException damaged) {
      return LogSettings.SHIPPED;
    }
  }

  private static Set<LogComponent> components(String stored) {
    List<String> names = List.of(stored.split(","));
    return Arrays.stream(LogComponent.values())
        .filter(component -> names.contains(component.name()))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(LogComponent.class)));
  }
}
