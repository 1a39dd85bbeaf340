package org.comuta.webhook;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which deliveries are meant; null where anything will do. */
public record DeliveryQuery(
    @Nullable String webhook, Delivery.@Nullable State state, @Nullable String eventType) {
  /** A condition in SQL with its parameters. */
  record Where(String sql, List<Object> parameters) {}

  Where where() {
    StringBuilder sql = new StringBuilder("1 = 1");
    List<Object> parameters = new ArrayList<>();
    if (webhook != null) {
      sql.append(" and webhook = ?");
      parameters.add(webhook);
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
