package org.comuta.delivery;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.comuta.listing.Order;
import org.comuta.listing.Selection;
import org.comuta.listing.SqlFields;
import org.comuta.listing.SqlFields.Field;
import org.comuta.listing.SqlFields.Kind;

/**
 * By what deliveries are looked for: the words of the API, and for both kinds of receivers {@code
 * receiver}. Immutable; any thread.
 */
public final class DeliveryFields {
  private final SqlFields fields;

  /**
   * @param receiver the column that has it
   * @param more what only deliveries of this kind have
   */
  public DeliveryFields(String receiver, Map<String, Field> more) {
    Map<String, Field> all = new HashMap<>(more);
    all.put("id", Field.always("id", Kind.CODE));
    all.put("receiver", Field.always(receiver, Kind.TEXT));
    all.put(
        "state",
        Field.always("case when dead_at is null then 'WAITING' else 'DEAD' end", Kind.WORD));
    all.put("eventType", Field.always("event_type", Kind.TEXT));
    all.put("createdAt", Field.always("created_at", Kind.MOMENT));
    all.put("attempts", Field.always("attempts", Kind.NUMBER));
    all.put("deadAt", Field.maybe("dead_at", Kind.MOMENT));
    all.put("lastError", Field.maybe("last_error", Kind.TEXT));
    fields = new SqlFields(all);
  }

  /** What stands after {@code where}. */
  public String where(Selection selection, List<? super Object> parameters) {
    return "1 = 1" + and(selection, parameters);
  }

  /** The same, to be put behind a condition. */
  public String and(Selection selection, List<? super Object> parameters) {
    return fields.and(selection, parameters);
  }

  /** What stands after {@code order by}. */
  public String orderBy(Selection selection) {
    Order order = selection.order();
    return (order == null ? "" : fields.orderBy(order) + ", ") + "id desc";
  }
}
