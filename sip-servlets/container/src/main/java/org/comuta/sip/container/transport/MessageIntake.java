package org.comuta.sip.container.transport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import gov.nist.javax.sip.header.Via;
import gov.nist.javax.sip.message.SIPMessage;
import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.message.SIPResponse;
import gov.nist.javax.sip.parser.MessageParser;
import gov.nist.javax.sip.parser.ParseExceptionListener;
import gov.nist.javax.sip.stack.SIPClientTransaction;
import gov.nist.javax.sip.stack.SIPTransaction;
import gov.nist.javax.sip.stack.SIPTransactionStack;
import gov.nist.javax.sip.stack.ServerRequestInterface;
import gov.nist.javax.sip.stack.ServerResponseInterface;
import java.io.IOException;
import java.net.InetAddress;
import java.text.ParseException;
import org.comuta.sip.container.Lanes;
import org.comuta.sip.container.lane.LaneImpl;
import org.jspecify.annotations.Nullable;

/**
 * Parses a received message, refuses a bad one, and passes a good one to JAIN-SIP's transactions.
 * Runs on the message's lane.
 */
final class MessageIntake {

  private final SIPTransactionStack stack;
  private final Traffic traffic;
  private final Gate gate;
  private final BadMessages badMessages;
  private final MessageParser[] parsers = new MessageParser[Lanes.COUNT];
  private final ParseExceptionListener parseProblems = new ParseProblems();

  MessageIntake(SIPTransactionStack stack, Traffic traffic, Gate gate, BadMessages badMessages) {
    this.stack = stack;
    this.traffic = traffic;
    this.gate = gate;
    this.badMessages = badMessages;
    for (int i = 0; i < parsers.length; i++) {
      parsers[i] = new MessageReader();
    }
  }

  Traffic traffic() {
    return traffic;
  }

  /** Whether what comes from there is taken at all; counts what is not. */
  boolean admits(InetAddress source) {
    return gate.admits(source);
  }

  /** A whole message has come from this peer. */
  void take(byte[] octets, LaneImpl lane, PeerChannel from) {
    MessageTrace.received(octets, from);
    SIPMessage message = parse(octets, lane, from);
    if (message == null) {
      return;
    }
    String fault = MessageChecks.faultIn(message);
    if (fault != null) {
      refuse(octets, 400, fault, from);
      return;
    }
    if (message instanceof SIPRequest request) {
      if (isOfAnotherVersion(octets)) {
        refuse(octets, 505, "Version Not Supported", from);
        return;
      }
      Via via = request.getTopmostVia();
      if (!from.getTransport().equalsIgnoreCase(via.getTransport())) {
        // Responses would go over the transport of the Via (RFC 3261 18.2.2), where nobody listens.
        refuse(octets, 400, "Bad Via", from);
        return;
      }
      try {
        tellSource(via, from);
      } catch (ParseException e) {
        refuse(octets, 400, "Bad Via", from);
        return;
      }
    }
    try {
      process(message, from);
    } catch (RuntimeException failure) {
      badMessages.failed(from.peerAddress, from.getTransport(), failure);
    }
  }

  /**
   * Says that the message is no good: counted, logged with measure, answered where RFC 3261 asks.
   */
  void refuse(byte[] octets, int status, String reason, PeerChannel from) {
    badMessages.note(from.peerAddress, from.getTransport(), reason);
    byte[] reply = ErrorReply.to(octets, octets.length, status, reason);
    if (reply != null) {
      try {
        from.send(reply);
        MessageTrace.sent(reply, from);
      } catch (IOException unreachable) {
        // Whoever sends rubbish and cannot be answered is left alone.
      }
    }
  }

  /** No secure connection came about with this peer: counted, logged with measure. */
  void handshakeFailed(InetAddress peer, String reason) {
    badMessages.handshakeFailed(peer, reason);
  }

  private @Nullable SIPMessage parse(byte[] octets, LaneImpl lane, PeerChannel from) {
    try {
      return parsers[lane.number()].parseSIPMessage(octets, true, false, parseProblems);
    } catch (ParseException | RuntimeException | StackOverflowError e) {
      // The parser trips over some inputs; a stranger's input is never our error.
      if (isOfAnotherVersion(octets)) {
        refuse(octets, 505, "Version Not Supported", from);
      } else {
        refuse(octets, 400, "Bad Request", from);
      }
    }
    return null;
  }

  private static boolean isOfAnotherVersion(byte[] octets) {
    int end = 0;
    while (end < octets.length && octets[end] != '\r' && octets[end] != '\n') {
      end++;
    }
    String firstLine = new String(octets, 0, end, ISO_8859_1);
    int version = firstLine.lastIndexOf(" SIP/");
    return version > 0 && !firstLine.startsWith("SIP/2.0", version + 1);
  }

  /**
   * RFC 3261 18.2.1 and RFC 3581 4: notes where the request really came from. What the sender wrote
   * there itself must not direct our answers to somebody else.
   */
  private static void tellSource(Via via, PeerChannel from) throws ParseException {
    String source = from.peerAddress.getHostAddress();
    via.removeParameter("maddr");
    via.removeParameter(Via.RECEIVED);
    boolean wantsPort = via.hasParameter(Via.RPORT);
    if (wantsPort || !source.equals(via.getHost())) {
      via.setParameter(Via.RECEIVED, source);
    }
    if (wantsPort) {
      via.setParameter(Via.RPORT, Integer.toString(from.peerPort));
    }
  }

  void process(SIPMessage message, PeerChannel from) {
    message.setRemoteAddress(from.peerAddress);
    message.setRemotePort(from.peerPort);
    message.setPeerPacketSourceAddress(from.peerAddress);
    message.setPeerPacketSourcePort(from.peerPort);
    message.setLocalAddress(from.getMessageProcessor().getIpAddress());
    message.setLocalPort(from.getPort());
    traffic.received(message);
    if (message instanceof SIPRequest request) {
      processRequest(request, from);
    } else if (message instanceof SIPResponse response) {
      processResponse(response, from);
    }
  }

  private void processRequest(SIPRequest request, PeerChannel from) {
    ServerRequestInterface receiver = stack.newSIPServerRequest(request, from);
    if (receiver == null) {
      return;
    }
    try {
      receiver.processRequest(request, from);
    } finally {
      releaseUnlessPassedOn(receiver);
    }
  }

  private void processResponse(SIPResponse response, PeerChannel from) {
    ServerResponseInterface receiver = stack.newSIPServerResponse(response, from);
    if (receiver == null) {
      return;
    }
    try {
      if (receiver instanceof SIPClientTransaction transaction
          && !transaction.checkFromTag(response)) {
        badMessages.note(from.peerAddress, from.getTransport(), "response with a wrong From tag");
        return;
      }
      receiver.processResponse(response, from);
    } finally {
      releaseUnlessPassedOn(receiver);
    }
  }

  private static void releaseUnlessPassedOn(Object receiver) {
    if (receiver instanceof SIPTransaction transaction && !transaction.passToListener()) {
      transaction.releaseSem();
    }
  }

  /** A message survives a bad optional header (kept unparsed), but not a bad vital one. */
  private static final class ParseProblems implements ParseExceptionListener {

    // The interface of JAIN-SIP is older than generics.
    @SuppressWarnings("rawtypes")
    @Override
    public void handleException(
        ParseException problem,
        SIPMessage message,
        @Nullable Class headerClass,
        String header,
        @Nullable String text)
        throws ParseException {
      if (headerClass != null && MessageChecks.isVital((Class<?>) headerClass)) {
        throw problem;
      }
      message.addUnparsed(header);
    }
  }
}
