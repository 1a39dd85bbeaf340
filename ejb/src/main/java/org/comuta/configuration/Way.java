package org.comuta.configuration;

import org.comuta.interfaces.InterfaceService;

/**
 * How somebody reaches this server.
 *
 * @param service what they use
 * @param localAddress literal address of ours that they reached it at
 */
public record Way(InterfaceService service, String localAddress) {}
