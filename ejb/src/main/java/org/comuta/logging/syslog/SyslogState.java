package org.comuta.logging.syslog;

/**
 * How it goes with a syslog server. Immutable.
 *
 * @param connected whether there is a connection, or for UDP a socket, now
 * @param sent messages, since the start or the last change of its settings
 * @param dropped messages that found the queue full, or that were left when it was closed
 * @param waiting messages in the queue
 * @param problem why the last attempt failed; empty when it did not
 */
public record SyslogState(
    String name, boolean connected, long sent, long dropped, int waiting, String problem) {}
