package org.comuta.sip.container;

import java.util.List;

/**
 * A confirmed dialog (RFC 3261 section 12), told so that another process can go on with it.
 * Addresses are as they stand in messages.
 *
 * @param begunByPeer whether the peer sent the INVITE
 * @param sessions names the application session; the dialogs of one call share it
 * @param localParty our name-addr, without tag
 * @param remoteParty the peer's name-addr, without tag
 * @param remoteTarget the peer's Contact
 * @param routes the route set in the order it is used
 * @param localSequence the last CSeq we used; 0 before the first
 * @param remoteSequence the last CSeq of the peer; -1 before the first
 * @param transport {@code udp}, {@code tcp} or {@code tls}: how the dialog began
 * @param outbound the port of ours it goes out by, as a URI; empty for the container's own
 */
public record DialogRecord(
    boolean begunByPeer,
    String sessions,
    String callId,
    String localTag,
    String remoteTag,
    String localParty,
    String remoteParty,
    String remoteTarget,
    List<String> routes,
    long localSequence,
    long remoteSequence,
    String transport,
    String outbound) {

  public DialogRecord {
    routes = List.copyOf(routes);
  }
}
