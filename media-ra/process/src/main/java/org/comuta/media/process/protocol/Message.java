package org.comuta.media.process.protocol;

import java.util.List;
import java.util.UUID;
import org.comuta.media.CallMedia;
import org.comuta.media.CallPorts;
import org.comuta.media.CallStatistics;
import org.comuta.media.EngineFigures;
import org.comuta.media.MediaException;
import org.comuta.media.Side;

/** One message of the protocol. Answers carry the number of the request they answer. */
public sealed interface Message {
  /** What a client asks. */
  sealed interface Request extends Message {
    int number();
  }

  /** What the engine answers. */
  sealed interface Answer extends Message {
    int number();
  }

  /**
   * The first message of a client.
   *
   * @param lowest oldest version the client speaks
   * @param highest newest version the client speaks
   * @param owner whose calls the client's will be; empty for one that only looks
   */
  record Hello(int lowest, int highest, String owner) implements Message {}

  /**
   * The engine takes the client.
   *
   * @param version spoken from now on
   * @param instance of the engine: another one after each start of its process
   */
  record Welcome(int version, UUID instance) implements Message {}

  /** The engine does not take the client, or no longer; the connection ends. */
  record Refused(String reason) implements Message {}

  record SetCall(int number, CallMedia media) implements Request {}

  record AskStatistics(int number, String callId) implements Request {}

  record EndCall(int number, String callId) implements Request {}

  record Claim(int number, List<String> callIds) implements Request {
    public Claim {
      callIds = List.copyOf(callIds);
    }
  }

  record AskFigures(int number) implements Request {}

  record Ports(int number, CallPorts ports) implements Answer {}

  record Statistics(int number, CallStatistics statistics) implements Answer {}

  record Claimed(int number, List<String> callIds) implements Answer {
    public Claimed {
      callIds = List.copyOf(callIds);
    }
  }

  record Figures(int number, EngineFigures figures) implements Answer {}

  record Failed(int number, MediaException.Kind kind, String reason) implements Answer {}

  /** No packet came from a side for as long as the call's limit. */
  record Silent(String callId, Side side) implements Message {}
}
