package org.comuta.sip.container.lane;

import java.util.ArrayList;
import java.util.List;
import org.comuta.sip.container.Lane;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that may carry lanes: their own, or one that brings them work while that one rests
 * ({@link LaneGroup#visit}).
 */
public class CarrierThread extends Thread implements Lane.Carrier {

  private static final Logger LOG = LoggerFactory.getLogger(CarrierThread.class);

  /** What it runs now; of no use to any other thread. */
  private @Nullable LaneImpl current;

  /** What is to be done before others may carry the lanes; a handful, of this thread only. */
  private final List<Runnable> afterwards = new ArrayList<>();

  CarrierThread(@Nullable Runnable work, String name) {
    super(null, work, name);
    setDaemon(true);
  }

  @Override
  public final @Nullable Lane currentLane() {
    return current;
  }

  /**
   * Runs this once the work that waits has been done, and before anybody else carries the lanes:
   * what can be done for several messages at a time. Asked for by work on a lane of this thread; a
   * second time counts as one.
   */
  public final void afterwards(Runnable task) {
    if (!afterwards.contains(task)) {
      afterwards.add(task);
    }
  }

  final void finish() {
    for (int i = 0; i < afterwards.size(); i++) {
      try {
        afterwards.get(i).run();
      } catch (RuntimeException failure) {
        LOG.error("What several messages had in common failed", failure);
      }
    }
    afterwards.clear();
  }

  final void carry(@Nullable LaneImpl lane) {
    current = lane;
  }

  final @Nullable LaneImpl carried() {
    return current;
  }
}
