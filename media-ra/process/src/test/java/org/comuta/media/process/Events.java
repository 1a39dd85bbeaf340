package org.comuta.media.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.comuta.media.MediaListener;
import org.comuta.media.Side;

/** What an engine told, in order, as words. */
final class Events implements MediaListener {
  private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

  @Override
  public void silent(String callId, Side side) {
    told.add("silent " + callId + " " + side);
  }

  @Override
  public void engineLost() {
    told.add("lost");
  }

  @Override
  public void engineBack() {
    told.add("back");
  }

  /** Waits for the next event, which must be this one. */
  void await(String expected) throws InterruptedException {
    assertThat(told.poll(10, TimeUnit.SECONDS)).isEqualTo(expected);
  }
}
