package org.comuta.sip.container.transport;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Cuts a stream of octets into messages by their Content-Length (RFC 3261 18.3). One reader uses
 * it: it fills, then takes everything that is complete.
 */
// What is found is never compared, so its records may hold arrays.
@SuppressWarnings("ArrayRecordComponent")
final class StreamFraming {

  private static final int FIRST_OCTETS = 4_096;

  private final int maxMessageOctets;
  private final MessageScan scan = new MessageScan();
  private byte[] buffer = new byte[FIRST_OCTETS];
  private int start;
  private int end;
  private int searched;

  StreamFraming(int maxMessageOctets) {
    this.maxMessageOctets = maxMessageOctets;
  }

  /** What stands next in the stream. */
  sealed interface Found permits Message, Ping, NotYet, Broken {}

  /** A whole message and its lane. */
  record Message(byte[] octets, int lane) implements Found {}

  /** A double line end between messages: the peer asks whether we are there (RFC 5626 4.4.1). */
  record Ping() implements Found {}

  /** The rest has not come. */
  record NotYet() implements Found {}

  /** The stream cannot be understood any further. */
  record Broken(byte[] octets, String reason) implements Found {}

  /**
   * Reads what there is, waiting for at least one octet.
   *
   * @return false at the end of the stream
   */
  boolean fill(InputStream in) throws IOException {
    if (start == end) {
      start = 0;
      end = 0;
      searched = 0;
    } else if (end == buffer.length) {
      makeRoom();
    }
    int count = in.read(buffer, end, buffer.length - end);
    if (count < 0) {
      return false;
    }
    end += count;
    return true;
  }

  private void makeRoom() {
    if (start > 0) {
      System.arraycopy(buffer, start, buffer, 0, end - start);
      searched -= start;
      end -= start;
      start = 0;
    } else {
      buffer = Arrays.copyOf(buffer, Math.min(buffer.length * 2, maxMessageOctets + FIRST_OCTETS));
    }
  }

  Found next() {
    if (skipLineEnds()) {
      return new Ping();
    }
    if (!headerIsComplete()) {
      return end - start > maxMessageOctets ? broken("Header Too Large") : new NotYet();
    }
    if (scan.scan(buffer, start, end) != MessageScan.Result.COMPLETE) {
      return broken("Too Many Header Lines");
    }
    if (scan.contentLength == -2) {
      return broken("Bad Content-Length");
    }
    // RFC 3261 20.14 asks for a length over a stream; without one there is no body.
    long messageEnd = (long) scan.bodyStart + Math.max(scan.contentLength, 0);
    if (messageEnd - start > maxMessageOctets) {
      return broken("Message Too Large");
    }
    if (messageEnd > end) {
      return new NotYet();
    }
    byte[] octets = Arrays.copyOfRange(buffer, start, (int) messageEnd);
    int lane = TcpConnection.laneOf(buffer, scan);
    start = (int) messageEnd;
    searched = start;
    return new Message(octets, lane);
  }

  /** Returns whether a ping was among them. */
  private boolean skipLineEnds() {
    int ends = 0;
    while (start < end && (buffer[start] == '\r' || buffer[start] == '\n')) {
      if (buffer[start] == '\n' && ++ends == 2) {
        start++;
        searched = start;
        return true;
      }
      start++;
    }
    searched = Math.max(searched, start);
    return false;
  }

  /**
   * Looks only at what came since the last look: a slow sender must not cost more than a fast one.
   */
  private boolean headerIsComplete() {
    for (int i = Math.max(searched - 3, start); i + 1 < end; i++) {
      if (buffer[i] == '\n'
          && (buffer[i + 1] == '\n'
              || (buffer[i + 1] == '\r' && i + 2 < end && buffer[i + 2] == '\n'))) {
        searched = i;
        return true;
      }
    }
    searched = end;
    return false;
  }

  private Broken broken(String reason) {
    return new Broken(Arrays.copyOfRange(buffer, start, end), reason);
  }
}
