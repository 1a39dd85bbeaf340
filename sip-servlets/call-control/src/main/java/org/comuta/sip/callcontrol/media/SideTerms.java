package org.comuta.sip.callcontrol.media;

import java.util.ArrayList;
import java.util.List;
import org.comuta.media.PortRange;
import org.comuta.nap.Nap;
import org.comuta.sdp.NetworkAddress;

/**
 * How media goes between us and one side, as its NAP says. Plain and small: it is part of what is
 * kept of an answered call.
 *
 * @param localAddress ours towards this side, literal
 * @param ports of ours that may be taken there
 * @param dscp of the packets we send
 * @param strict whether only the address the side names is taken
 * @param trusted literal addresses it may send from besides
 */
public record SideTerms(
    String localAddress, PortRange ports, int dscp, boolean strict, List<String> trusted) {
  public SideTerms {
    trusted = List.copyOf(trusted);
  }

  /**
   * The terms of this NAP.
   *
   * @param sipAddress ours towards it, for SIP; stands where the NAP names none for media
   */
  public static SideTerms of(Nap nap, String sipAddress) {
    String address = nap.mediaAddress().isEmpty() ? sipAddress : nap.mediaAddress();
    return new SideTerms(
        address, PortRange.ENGINE, nap.mediaDscp(), nap.mediaSourceStrict(), List.of());
  }

  /** The same, and this address is where the side's signalling comes from. */
  SideTerms trusting(String address) {
    if (trusted.contains(address)) {
      return this;
    }
    List<String> all = new ArrayList<>(trusted);
    all.add(address);
    return new SideTerms(localAddress, ports, dscp, strict, all);
  }

  NetworkAddress local() {
    return NetworkAddress.of(localAddress);
  }
}
