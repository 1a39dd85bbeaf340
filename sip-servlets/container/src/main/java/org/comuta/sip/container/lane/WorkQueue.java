package org.comuta.sip.container.lane;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Queue of many producers and one consumer, linked through the items themselves (Vyukov's intrusive
 * queue). Producers never wait for each other.
 */
final class WorkQueue {

  private final WorkItem stub =
      new WorkItem() {
        @Override
        protected void run() {}
      };
  private final AtomicReference<WorkItem> newest = new AtomicReference<>(stub);
  private final AtomicInteger size = new AtomicInteger();
  private WorkItem oldest = stub;

  /** Any thread. */
  void add(WorkItem item) {
    size.incrementAndGet();
    link(item);
  }

  /** Any thread; refuses when as many wait already. */
  boolean addIfBelow(int limit, WorkItem item) {
    if (size.get() >= limit) {
      return false;
    }
    add(item);
    return true;
  }

  private void link(WorkItem item) {
    item.next = null;
    WorkItem before = newest.getAndSet(item);
    before.next = item;
  }

  int size() {
    return size.get();
  }

  // Identity is meant: which item, not which value.
  /** The consumer only. Null when empty, or when a producer is just between its two steps. */
  @SuppressWarnings("ReferenceEquality")
  @Nullable WorkItem poll() {
    WorkItem head = oldest;
    WorkItem after = head.next;
    if (head == stub) {
      if (after == null) {
        return null;
      }
      oldest = after;
      head = after;
      after = after.next;
    }
    if (after == null) {
      if (newest.get() != head) {
        return null;
      }
      link(stub);
      after = head.next;
      if (after == null) {
        return null;
      }
    }
    oldest = after;
    head.next = null;
    size.decrementAndGet();
    return head;
  }
}
