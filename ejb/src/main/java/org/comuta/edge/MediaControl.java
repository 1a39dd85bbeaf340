package org.comuta.edge;

import java.util.concurrent.CompletionStage;
import org.comuta.media.EngineFigures;
import org.comuta.media.MediaException;

/**
 * What the rest of the exchange may ask of the media engine. Any thread; nothing blocks. Stages
 * complete within seconds, on a thread that has to be left at once; they fail with a {@link
 * MediaException}, of the kind {@link MediaException.Kind#ENGINE_LOST} while there is no engine.
 */
public interface MediaControl {
  /** How the engine is, all calls together. */
  CompletionStage<EngineFigures> figures();
}
