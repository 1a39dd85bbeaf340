package org.comuta.call;

import java.time.Instant;

/**
 * What is known of a call when it arrives, before anything was decided.
 *
 * @param receivedAt when its first message arrived
 * @param source address and port it came from, {@code 192.0.2.1:5060} or {@code [2001:db8::1]:5060}
 * @param transport {@code UDP}, {@code TCP} …
 * @param protocolCallId Call-ID of the SIP dialog
 * @param callingNumber number or user of the caller as received; empty when there is none
 * @param calledNumber number or user called as received; empty when there is none
 */
public record IncomingCall(
    Instant receivedAt,
    String source,
    String transport,
    String protocolCallId,
    String callingNumber,
    String calledNumber) {}
