package org.comuta.nap;

import org.comuta.network.SipTransport;

/**
 * What is known of the sender of a call.
 *
 * @param address literal IPv4 or IPv6 address of the packet, without brackets
 * @param port port of the packet
 * @param announcedPort port of the topmost Via (5060 when it has none): where the sender listens,
 *     which differs from {@code port} on connections
 * @param fromDomain host of the From URI; empty when there is none
 * @param interfaceName the interface it came in at; empty where the server itself listens
 */
public record Source(
    String address,
    int port,
    int announcedPort,
    SipTransport transport,
    String fromDomain,
    String interfaceName) {}
