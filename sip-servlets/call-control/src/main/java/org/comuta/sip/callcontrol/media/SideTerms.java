package org.comuta.sip.callcontrol.media;

import java.util.ArrayList;
import java.util.List;
import org.comuta.interfaces.Interfaces;
import org.comuta.interfaces.NetworkInterface;
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
   * The terms of this NAP: at its interface for media, else at its address for media, else at its
   * interface for SIP, else where its SIP goes.
   *
   * @param interfaces those of the call's snapshot
   * @param sipAddress ours towards it, for SIP
   */
  public static SideTerms of(Nap nap, Interfaces interfaces, String sipAddress) {
    NetworkInterface media = interfaces.find(nap.mediaInterface());
    if (media != null) {
      return at(media, nap);
    }
    if (!nap.mediaAddress().isEmpty()) {
      return at(nap.mediaAddress(), PortRange.ENGINE, nap);
    }
    NetworkInterface sip = interfaces.find(nap.sipInterface());
    return sip == null ? at(sipAddress, PortRange.ENGINE, nap) : at(sip, nap);
  }

  private static SideTerms at(NetworkInterface chosen, Nap nap) {
    PortRange ports = new PortRange(chosen.mediaPortFirst(), chosen.mediaPortLast());
    return at(chosen.address(), ports, nap);
  }

  private static SideTerms at(String address, PortRange ports, Nap nap) {
    return new SideTerms(address, ports, nap.mediaDscp(), nap.mediaSourceStrict(), List.of());
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
