package org.comuta.sip.callcontrol;

import java.util.concurrent.CompletionStage;
import org.comuta.edge.MediaControl;
import org.comuta.media.EngineFigures;
import org.comuta.media.MediaEngine;

/** Shows the media engine to the rest of the exchange. Any thread. */
final class EngineControl implements MediaControl {
  private final MediaEngine engine;

  EngineControl(MediaEngine engine) {
    this.engine = engine;
  }

  @Override
  public CompletionStage<EngineFigures> figures() {
    return engine.figures();
  }
}
