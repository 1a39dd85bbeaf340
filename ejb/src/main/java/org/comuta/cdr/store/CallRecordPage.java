package org.comuta.cdr.store;

import java.util.List;
import org.comuta.call.CallRecord;

/**
 * Some of the records a query matches.
 *
 * @param total how many it matches in all
 */
public record CallRecordPage(List<CallRecord> items, long total) {
  public CallRecordPage {
    items = List.copyOf(items);
  }
}
