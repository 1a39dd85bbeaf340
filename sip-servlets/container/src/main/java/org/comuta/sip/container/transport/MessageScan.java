package org.comuta.sip.container.transport;

/**
 * A first look at a message before it is parsed: where its header ends, how long its body is, and
 * its Call-ID, which chooses the lane. Used again for one message after the other; one thread.
 */
final class MessageScan {

  /** Longer headers are attacks: the parser's work grows faster than their length. */
  private static final int MAX_LINES = 300;

  /** Where the Call-ID stands; its length is 0 when the message has none. */
  int callIdStart;

  int callIdLength;

  /** Value of Content-Length; -1 when absent, -2 when not a number. */
  int contentLength;

  /** Index behind the empty line that ends the header. */
  int bodyStart;

  /** What was found. */
  enum Result {
    COMPLETE,
    /** No empty line yet. */
    INCOMPLETE,
    TOO_MANY_LINES
  }

  Result scan(byte[] message, int start, int end) {
    callIdStart = start;
    callIdLength = 0;
    contentLength = -1;
    int lineStart = start;
    for (int lines = 0; lines < MAX_LINES; lines++) {
      int lineEnd = endOfLine(message, lineStart, end);
      if (lineEnd < 0) {
        return Result.INCOMPLETE;
      }
      int next = lineEnd + 1;
      int textEnd = lineEnd > lineStart && message[lineEnd - 1] == '\r' ? lineEnd - 1 : lineEnd;
      if (textEnd == lineStart) {
        if (lines == 0) {
          return Result.INCOMPLETE;
        }
        bodyStart = next;
        return Result.COMPLETE;
      }
      if (lines > 0) {
        header(message, lineStart, textEnd, end);
      }
      lineStart = next;
    }
    return Result.TOO_MANY_LINES;
  }

  /**
   * Whether this is a request that may begin a call or stands alone. One that changes a call counts
   * as such, too: its sender repeats it as patiently.
   */
  static boolean beginsSomething(byte[] message, int start) {
    return switch (message[start]) {
      case 'I' -> message[start + 2] == 'V';
      case 'O', 'R', 'S', 'M' -> message[start + 1] != 'I';
      default -> false;
    };
  }

  /** Index of the first octet that is no line end. */
  static int skipLineEnds(byte[] message, int from, int to) {
    int at = from;
    while (at < to && (message[at] == '\r' || message[at] == '\n')) {
      at++;
    }
    return at;
  }

  private static int endOfLine(byte[] message, int from, int end) {
    for (int i = from; i < end; i++) {
      if (message[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  private void header(byte[] message, int start, int textEnd, int end) {
    switch (message[start]) {
      case 'c', 'C' -> {
        int value = valueOf(message, start, textEnd, "call-id");
        if (value >= 0) {
          callId(message, value, textEnd, end);
          return;
        }
        value = valueOf(message, start, textEnd, "content-length");
        if (value >= 0) {
          contentLength = number(message, value, textEnd);
        }
      }
      case 'i', 'I' -> {
        int value = valueOf(message, start, textEnd, "i");
        if (value >= 0) {
          callId(message, value, textEnd, end);
        }
      }
      case 'l', 'L' -> {
        int value = valueOf(message, start, textEnd, "l");
        if (value >= 0) {
          contentLength = number(message, value, textEnd);
        }
      }
      default -> {}
    }
  }

  /** Index of the first character of this header's value, -1 when it is another header. */
  private static int valueOf(byte[] message, int start, int textEnd, String name) {
    int at = start;
    for (int i = 0; i < name.length(); i++, at++) {
      if (at >= textEnd || lower(message[at]) != name.charAt(i)) {
        return -1;
      }
    }
    at = skipBlanks(message, at, textEnd);
    if (at >= textEnd || message[at] != ':') {
      return -1;
    }
    return skipBlanks(message, at + 1, textEnd);
  }

  private void callId(byte[] message, int value, int textEnd, int end) {
    if (callIdLength > 0) {
      return;
    }
    int from = value;
    int to = textEnd;
    if (from == to) {
      // Folded: the value stands on the next line (RFC 3261 7.3.1).
      from = skipBlanks(message, textEnd, end);
      int lineEnd = endOfLine(message, from, end);
      to = lineEnd < 0 ? end : lineEnd;
    }
    while (to > from && message[to - 1] <= ' ') {
      to--;
    }
    callIdStart = from;
    callIdLength = to - from;
  }

  private static int number(byte[] message, int from, int to) {
    int value = 0;
    int at = from;
    while (at < to && message[at] >= '0' && message[at] <= '9' && value < 100_000_000) {
      value = value * 10 + (message[at++] - '0');
    }
    boolean digits = at > from;
    return digits && skipBlanks(message, at, to) == to ? value : -2;
  }

  private static int skipBlanks(byte[] message, int from, int to) {
    int at = from;
    while (at < to
        && (message[at] == ' '
            || message[at] == '\t'
            || message[at] == '\r'
            || message[at] == '\n')) {
      at++;
    }
    return at;
  }

  private static int lower(byte octet) {
    return octet >= 'A' && octet <= 'Z' ? octet + 32 : octet;
  }
}
