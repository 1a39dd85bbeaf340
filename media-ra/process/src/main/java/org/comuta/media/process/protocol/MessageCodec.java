package org.comuta.media.process.protocol;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.comuta.media.process.protocol.Message.AskFigures;
import org.comuta.media.process.protocol.Message.AskStatistics;
import org.comuta.media.process.protocol.Message.Claim;
import org.comuta.media.process.protocol.Message.Claimed;
import org.comuta.media.process.protocol.Message.EndCall;
import org.comuta.media.process.protocol.Message.Failed;
import org.comuta.media.process.protocol.Message.Figures;
import org.comuta.media.process.protocol.Message.Hello;
import org.comuta.media.process.protocol.Message.Ports;
import org.comuta.media.process.protocol.Message.Refused;
import org.comuta.media.process.protocol.Message.SetCall;
import org.comuta.media.process.protocol.Message.Silent;
import org.comuta.media.process.protocol.Message.Statistics;
import org.comuta.media.process.protocol.Message.Welcome;

/** Messages as frames: their length, an octet for their type, their fields. */
public final class MessageCodec {
  /** The oldest version there is. */
  public static final int LOWEST_VERSION = 1;

  /** The newest version there is; from 2 on, a side has a range of ports. */
  public static final int HIGHEST_VERSION = 2;

  /** "CMTA": what a client says first, so that nobody else is mistaken for one. */
  private static final int MAGIC = 0x434D5441;

  private static final int HELLO = 1;
  private static final int WELCOME = 2;
  private static final int REFUSED = 3;
  private static final int SET = 16;
  private static final int ASK_STATISTICS = 17;
  private static final int END = 18;
  private static final int CLAIM = 19;
  private static final int ASK_FIGURES = 20;
  private static final int PORTS = 32;
  private static final int STATISTICS = 33;
  private static final int CLAIMED = 34;
  private static final int FIGURES = 35;
  private static final int FAILED = 36;
  private static final int SILENT = 48;

  private MessageCodec() {}

  /**
   * The frame of a message, its length in front.
   *
   * @param version of the protocol; what is said before one is agreed on is the same in all
   * @throws IllegalArgumentException when a field is beyond what this version carries
   */
  public static ByteBuffer encode(Message message, int version) {
    WireOutput out = new WireOutput(version);
    switch (message) {
      case Hello hello ->
          out.octet(HELLO)
              .number(MAGIC)
              .octet(hello.lowest())
              .octet(hello.highest())
              .text(hello.owner());
      case Welcome welcome ->
          out.octet(WELCOME)
              .octet(welcome.version())
              .number(welcome.instance().getMostSignificantBits())
              .number(welcome.instance().getLeastSignificantBits());
      case Refused refused -> out.octet(REFUSED).text(refused.reason());
      case SetCall set -> MediaCodec.write(out.octet(SET).number(set.number()), set.media());
      case AskStatistics ask -> out.octet(ASK_STATISTICS).number(ask.number()).text(ask.callId());
      case EndCall end -> out.octet(END).number(end.number()).text(end.callId());
      case Claim claim ->
          out.octet(CLAIM)
              .number(claim.number())
              .list(claim.callIds(), Limits.CLAIMED_CALLS, WireOutput::text);
      case AskFigures ask -> out.octet(ASK_FIGURES).number(ask.number());
      case Ports ports -> ResultCodec.write(out.octet(PORTS).number(ports.number()), ports.ports());
      case Statistics statistics ->
          ResultCodec.write(
              out.octet(STATISTICS).number(statistics.number()), statistics.statistics());
      case Claimed claimed ->
          out.octet(CLAIMED)
              .number(claimed.number())
              .list(claimed.callIds(), Limits.CLAIMED_CALLS, WireOutput::text);
      case Figures figures ->
          ResultCodec.write(out.octet(FIGURES).number(figures.number()), figures.figures());
      case Failed failed ->
          out.octet(FAILED)
              .number(failed.number())
              .octet(Codes.of(failed.kind()))
              .text(failed.reason());
      case Silent silent -> out.octet(SILENT).text(silent.callId()).octet(Codes.of(silent.side()));
    }
    return out.frame();
  }

  /**
   * The message of a frame.
   *
   * @param frame without its length
   * @param version of the protocol that its sender speaks
   * @throws ProtocolException when it is no message, or not one whole message
   */
  public static Message decode(ByteBuffer frame, int version) throws ProtocolException {
    WireInput in = new WireInput(frame, version);
    try {
      Message message = read(in.octet(), in);
      in.end();
      return message;
    } catch (IllegalArgumentException e) {
      // What the records themselves refuse.
      throw new ProtocolException(String.valueOf(e.getMessage()));
    }
  }

  private static Message read(int type, WireInput in) throws ProtocolException {
    return switch (type) {
      case HELLO -> readHello(in);
      case WELCOME -> new Welcome(in.octet(), new UUID(in.longNumber(), in.longNumber()));
      case REFUSED -> new Refused(in.text());
      case SET -> new SetCall(in.number(), MediaCodec.read(in));
      case ASK_STATISTICS -> new AskStatistics(in.number(), in.text());
      case END -> new EndCall(in.number(), in.text());
      case CLAIM -> new Claim(in.number(), in.list(Limits.CLAIMED_CALLS, WireInput::text));
      case ASK_FIGURES -> new AskFigures(in.number());
      case PORTS -> new Ports(in.number(), ResultCodec.readPorts(in));
      case STATISTICS -> new Statistics(in.number(), ResultCodec.readStatistics(in));
      case CLAIMED -> new Claimed(in.number(), in.list(Limits.CLAIMED_CALLS, WireInput::text));
      case FIGURES -> new Figures(in.number(), ResultCodec.readFigures(in));
      case FAILED -> new Failed(in.number(), Codes.failure(in.octet()), in.text());
      case SILENT -> new Silent(in.text(), Codes.side(in.octet()));
      default -> throw new ProtocolException("no message has the type " + type);
    };
  }

  private static Hello readHello(WireInput in) throws ProtocolException {
    if (in.number() != MAGIC) {
      throw new ProtocolException("not a client of the media engine");
    }
    return new Hello(in.octet(), in.octet(), in.text());
  }
}
