package org.comuta.call;

import java.util.List;
import org.comuta.media.PortRange;
import org.jspecify.annotations.Nullable;

/**
 * What another process must know to go on with the media of an answered, relayed call: what both
 * sides agreed on, how each is reached, and which ports of ours they know.
 *
 * @param silenceSeconds how long a side may send nothing; 0 for ever
 * @param ports of each line four: ours for RTP and RTCP towards the caller, then towards the called
 *     side; 0 for none
 */
public record RelayedMedia(
    LegTerms caller, LegTerms called, int silenceSeconds, List<Integer> ports) {
  public RelayedMedia {
    ports = List.copyOf(ports);
  }

  /**
   * One side.
   *
   * @param localAddress ours towards it, literal
   * @param ports of ours that may be taken there
   * @param dscp of the packets we send
   * @param strict whether only the address it names is taken
   * @param trusted literal addresses it may send from besides
   * @param said the session description of it that holds, as text; null when none does
   */
  public record LegTerms(
      String localAddress,
      PortRange ports,
      int dscp,
      boolean strict,
      List<String> trusted,
      @Nullable String said) {
    public LegTerms {
      trusted = List.copyOf(trusted);
    }
  }
}
