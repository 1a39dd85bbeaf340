package org.comuta.sip.container;

import java.net.InetAddress;

/** Decides from where messages are taken. Any thread; asked for each message, so it never waits. */
public interface SourceGate {

  /** Takes everything. */
  SourceGate OPEN =
      new SourceGate() {
        @Override
        public boolean admits(InetAddress source) {
          return true;
        }

        @Override
        public void malformed(InetAddress source) {}
      };

  /**
   * Whether a message, or a connection, from there is taken; otherwise it is dropped and counted.
   */
  boolean admits(InetAddress source);

  /** What came from there could not be understood, or a connection over TLS did not come about. */
  void malformed(InetAddress source);
}
