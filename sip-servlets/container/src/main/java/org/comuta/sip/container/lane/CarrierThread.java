package org.comuta.sip.container.lane;

import org.comuta.sip.container.Lane;
import org.jspecify.annotations.Nullable;

/**
 * A thread that may carry lanes: their own, or one that brings them work while that one rests
 * ({@link LaneImpl#offerOrRun}).
 */
public class CarrierThread extends Thread implements Lane.Carrier {

  /** What it runs now; of no use to any other thread. */
  private @Nullable LaneImpl current;

  CarrierThread(@Nullable Runnable work, String name) {
    super(null, work, name);
    setDaemon(true);
  }

  @Override
  public final @Nullable Lane currentLane() {
    return current;
  }

  final void carry(@Nullable LaneImpl lane) {
    current = lane;
  }

  final @Nullable LaneImpl carried() {
    return current;
  }
}
