package org.comuta.delivery;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which deliveries are meant; null where anything will do.
 *
 * @param receiver the webhook or the notification that they are of
 */
public record DeliveryQuery(
    @Nullable String receiver, @Nullable DeliveryState state, @Nullable String eventType) {
  /** A condition in SQL with its parameters. */
  public record Where(String sql, List<Object> parameters) {}

  /**
   * As a condition.
   *
   * @param column has the receiver
   */
  public Where where(String column) {
    StringBuilder sql = new StringBuilder("1 = 1");
    List<Object> parameters = new ArrayList<>();
    if (receiver != null) {
      sql.append(" and ").append(column).append(" = ?");
      parameters.add(receiver);
    }
    if (eventType != null) {
      sql.append(" and event_type = ?");
      parameters.add(eventType);
    }
    if (state != null) {
      sql.append(
          switch (state) {
            case WAITING -> " and dead_at is null";
            case DEAD -> " and dead_at is not null";
          });
    }
    return new Where(sql.toString(), parameters);
  }
}
