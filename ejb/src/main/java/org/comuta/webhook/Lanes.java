package org.comuta.webhook;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.comuta.webhook.DeliveryStore.OnLane;
import org.jspecify.annotations.Nullable;

/**
 * What is being sent now: each lane of a webhook sends one after the other, on a virtual thread
 * while it has something, so that those of one call keep their order and one webhook that hangs
 * holds up no other. Any thread.
 */
final class Lanes implements AutoCloseable {
  private record Lane(String webhook, int number) {}

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<Lane, Queue<Delivery>> queues = new HashMap<>();
  private final Map<String, Set<String>> underWay = new HashMap<>();
  private final Set<String> finished = new HashSet<>();
  private final Consumer<Delivery> send;

  /**
   * @param send sends one and notes what came of it; must not throw
   */
  Lanes(Consumer<Delivery> send) {
    this.send = send;
  }

  /** How many of a webhook are under way. */
  synchronized int underWay(String webhook) {
    return underWay.getOrDefault(webhook, Set.of()).size();
  }

  /**
   * To be called before deliveries are read to be added: one that ends meanwhile, and so was read
   * although it is done, is passed over.
   */
  synchronized void look() {
    finished.clear();
  }

  /** Sends it when its lane is free; one that is under way already is passed over. */
  synchronized void add(OnLane one, int lanes) {
    Delivery delivery = one.delivery();
    if (finished.contains(delivery.id())
        || !underWay
            .computeIfAbsent(delivery.webhook(), ignored -> new HashSet<>())
            .add(delivery.id())) {
      return;
    }
    Lane lane = new Lane(delivery.webhook(), one.lane() % lanes);
    Queue<Delivery> queue = queues.get(lane);
    if (queue == null) {
      queue = new ArrayDeque<>();
      queues.put(lane, queue);
      threads.execute(() -> run(lane));
    }
    queue.add(delivery);
  }

  private void run(Lane lane) {
    for (Delivery next = next(lane); next != null; next = next(lane)) {
      try {
        send.accept(next);
      } finally {
        over(next);
      }
    }
  }

  private synchronized @Nullable Delivery next(Lane lane) {
    Queue<Delivery> queue = queues.get(lane);
    Delivery next = queue == null ? null : queue.poll();
    if (next == null) {
      queues.remove(lane);
    }
    return next;
  }

  private synchronized void over(Delivery delivery) {
    finished.add(delivery.id());
    Set<String> ids = underWay.get(delivery.webhook());
    if (ids != null && ids.remove(delivery.id()) && ids.isEmpty()) {
      underWay.remove(delivery.webhook());
    }
  }

  /** Ends what is under way; it is sent again after the next start. */
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
