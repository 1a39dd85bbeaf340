package org.comuta.call.answered;

import java.util.List;

/**
 * One dialog of an answered call (RFC 3261 section 12), so that another process can go on with it.
 * Tags, parties, URIs and routes are as they stand in messages.
 *
 * @param begunByPeer whether the peer sent the INVITE
 * @param sessions what the dialogs of one call share in the SIP container
 * @param protocolCallId Call-ID
 * @param localParty our name-addr, without tag
 * @param remoteParty the peer's name-addr, without tag
 * @param remoteTarget the peer's Contact
 * @param routes the route set in the order it is used
 * @param localSequence the last CSeq we used; 0 before the first
 * @param remoteSequence the last CSeq of the peer known here; -1 before the first
 * @param transport {@code udp}, {@code tcp} …
 * @param outbound the port of ours it goes out by, as a URI; empty for where the server itself
 *     listens
 * @param ourAddress our address as this peer knows it, without brackets
 * @param inactivitySeconds how long the peer may stay silent; 0 for ever
 * @param sdpSession session identifier of the descriptions this peer was sent
 * @param sdpVersion version of the last of them; 0 before the first
 * @param sdpFingerprint tells whether the next one differs from the last
 */
public record AnsweredLeg(
    boolean begunByPeer,
    String sessions,
    String protocolCallId,
    String localTag,
    String remoteTag,
    String localParty,
    String remoteParty,
    String remoteTarget,
    List<String> routes,
    long localSequence,
    long remoteSequence,
    String transport,
    String outbound,
    String ourAddress,
    int inactivitySeconds,
    long sdpSession,
    long sdpVersion,
    long sdpFingerprint) {
  public AnsweredLeg {
    routes = List.copyOf(routes);
  }
}
