package org.comuta.delivery;

import java.util.List;
import org.comuta.listing.Selection;
import org.jspecify.annotations.Nullable;

/**
 * Events on their way to receivers of a kind, and those given up, for portal and API. Any thread;
 * blocks while the database works.
 *
 * @param <D> one of them
 */
public interface Deliveries<D> {
  /** The newest first. */
  List<D> page(DeliveryQuery query, int offset, int size);

  /** How many there are. */
  long count(DeliveryQuery query);

  /**
   * Those that are looked for by the fields of {@link DeliveryFields}; the newest first where there
   * is no other order.
   */
  List<D> page(Selection selection, int offset, int size);

  /** How many there are. */
  long count(Selection selection);

  /** The one of this identity, or null. */
  @Nullable D find(String id);

  /** Sends one that was given up anew; false when it was not given up, or is not there. */
  boolean redeliver(String id);

  /** Sends all that were given up anew, of one receiver or, with null, of all; how many. */
  int redeliverAll(@Nullable String receiver);

  /** Sends all anew that are looked for and were given up; how many. */
  int redeliverAll(Selection selection);

  /** Deletes one, given up or not; false when it is not there. */
  boolean delete(String id);

  /** Deletes all that were given up, of one receiver or, with null, of all; how many. */
  int deleteDead(@Nullable String receiver);

  /** Deletes all that are looked for and were given up; how many. */
  int deleteDead(Selection selection);
}
