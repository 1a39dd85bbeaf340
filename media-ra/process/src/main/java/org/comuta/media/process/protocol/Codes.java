package org.comuta.media.process.protocol;

import org.comuta.media.MediaException;
import org.comuta.media.MediaLine;
import org.comuta.media.Side;

/** The octets that stand for named values. They never change their meaning within a version. */
final class Codes {
  private Codes() {}

  static int of(Side side) {
    return switch (side) {
      case CALLER -> 0;
      case CALLED -> 1;
    };
  }

  static Side side(int code) throws ProtocolException {
    return switch (code) {
      case 0 -> Side.CALLER;
      case 1 -> Side.CALLED;
      default -> throw new ProtocolException("no side has the code " + code);
    };
  }

  static int of(MediaLine.Kind kind) {
    return switch (kind) {
      case AUDIO -> 0;
      case VIDEO -> 1;
      case OTHER -> 2;
    };
  }

  static MediaLine.Kind lineKind(int code) throws ProtocolException {
    return switch (code) {
      case 0 -> MediaLine.Kind.AUDIO;
      case 1 -> MediaLine.Kind.VIDEO;
      case 2 -> MediaLine.Kind.OTHER;
      default -> throw new ProtocolException("no kind of line has the code " + code);
    };
  }

  static int of(MediaException.Kind kind) {
    return switch (kind) {
      case INVALID -> 0;
      case NO_PORTS -> 1;
      case NO_SUCH_ADDRESS -> 2;
      case NO_SUCH_CALL -> 3;
      case NO_RESOURCES -> 4;
      case ENGINE_LOST -> 5;
    };
  }

  static MediaException.Kind failure(int code) throws ProtocolException {
    return switch (code) {
      case 0 -> MediaException.Kind.INVALID;
      case 1 -> MediaException.Kind.NO_PORTS;
      case 2 -> MediaException.Kind.NO_SUCH_ADDRESS;
      case 3 -> MediaException.Kind.NO_SUCH_CALL;
      case 4 -> MediaException.Kind.NO_RESOURCES;
      case 5 -> MediaException.Kind.ENGINE_LOST;
      default -> throw new ProtocolException("no failure has the code " + code);
    };
  }
}
