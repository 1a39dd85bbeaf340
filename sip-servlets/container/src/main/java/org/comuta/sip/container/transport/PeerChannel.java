package org.comuta.sip.container.transport;

import gov.nist.javax.sip.message.SIPMessage;
import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.message.SIPResponse;
import gov.nist.javax.sip.stack.MessageChannel;
import gov.nist.javax.sip.stack.MessageProcessor;
import gov.nist.javax.sip.stack.RawMessageChannel;
import gov.nist.javax.sip.stack.SIPClientTransaction;
import gov.nist.javax.sip.stack.SIPTransactionStack;
import java.io.IOException;
import java.net.InetAddress;
import java.util.concurrent.ThreadLocalRandom;
import org.comuta.sip.container.lane.LaneGroup;
import org.jspecify.annotations.Nullable;

/** What JAIN-SIP sends to and receives from: one peer address and port over one transport. */
public abstract class PeerChannel extends MessageChannel implements RawMessageChannel {

  final InetAddress peerAddress;
  final int peerPort;
  final MessageIntake intake;
  private @Nullable String key;

  PeerChannel(
      MessageProcessor processor, MessageIntake intake, InetAddress peerAddress, int peerPort) {
    this.messageProcessor = processor;
    this.intake = intake;
    this.peerAddress = peerAddress;
    this.peerPort = peerPort;
  }

  /**
   * Sends these octets to the peer, without waiting for it.
   *
   * @throws IOException when they surely do not reach it
   */
  abstract void send(byte[] octets) throws IOException;

  /** Sends this message to the peer, without waiting for it. */
  void send(SIPMessage message, byte[] octets) throws IOException {
    send(octets);
  }

  /** The message, when it is a request that can be answered. */
  static @Nullable SIPRequest answerable(SIPMessage message) {
    return message instanceof SIPRequest sent && !"ACK".equals(sent.getMethod()) ? sent : null;
  }

  /** Answers a request of ours that did not reach the peer (RFC 3261 8.1.3.1), on its lane. */
  final void unreachable(SIPRequest request, LaneGroup lanes) {
    lanes.ofCallId(request.getCallId().getCallId()).execute(() -> unavailable(request));
  }

  private void unavailable(SIPRequest request) {
    SIPResponse response = request.createResponse(503);
    if (response.getTo().getTag() == null) {
      response.setToTag(Long.toHexString(ThreadLocalRandom.current().nextLong()));
    }
    intake.process(response, this);
  }

  @Override
  public final void processMessage(SIPMessage message) {
    intake.process(message, this);
  }

  @Override
  public final void sendMessage(SIPMessage message) throws IOException {
    sendAndTell(message);
  }

  /** Sends this message to the peer, without waiting for it, and says what was sent. */
  public final byte[] sendAndTell(SIPMessage message) throws IOException {
    message.setRemoteAddress(peerAddress);
    message.setRemotePort(peerPort);
    message.setLocalAddress(messageProcessor.getIpAddress());
    message.setLocalPort(messageProcessor.getPort());
    byte[] octets = message.encodeAsBytes(getTransport());
    send(message, octets);
    MessageTrace.sent(octets, this);
    intake.traffic().sent(message);
    return octets;
  }

  /** Sends once more what was sent before; whether it arrives is not known anyway. */
  public final void repeat(byte[] octets) {
    try {
      send(octets);
      MessageTrace.sent(octets, this);
    } catch (IOException unreachable) {
      // The sender will ask again.
    }
  }

  /** JAIN-SIP gives the address of this very channel. */
  @Override
  public final void sendMessage(SIPMessage message, InetAddress address, int port)
      throws IOException {
    sendMessage(message);
  }

  @Override
  protected final void sendMessage(byte[] octets, InetAddress address, int port, boolean reconnect)
      throws IOException {
    send(octets);
    MessageTrace.sent(octets, this);
  }

  @Override
  public SIPTransactionStack getSIPStack() {
    return messageProcessor.getSIPStack();
  }

  @Override
  public String getPeerAddress() {
    return peerAddress.getHostAddress();
  }

  @Override
  protected InetAddress getPeerInetAddress() {
    return peerAddress;
  }

  @Override
  protected String getPeerProtocol() {
    return getTransport();
  }

  @Override
  public int getPeerPort() {
    return peerPort;
  }

  @Override
  public int getPeerPacketSourcePort() {
    return peerPort;
  }

  @Override
  public InetAddress getPeerPacketSourceAddress() {
    return peerAddress;
  }

  @Override
  public String getKey() {
    String known = key;
    if (known == null) {
      known = getKey(peerAddress, peerPort, getTransport());
      key = known;
    }
    return known;
  }

  @Override
  public String getHost() {
    return messageProcessor.getSavedIpAddress();
  }

  @Override
  public String getViaHost() {
    return messageProcessor.getSavedIpAddress();
  }

  @Override
  public int getViaPort() {
    return messageProcessor.getPort();
  }

  @Override
  public boolean isSecure() {
    return false;
  }

  /** A channel serves many transactions; keeping the last one would only keep it in memory. */
  @Override
  public void setEncapsulatedClientTransaction(SIPClientTransaction transaction) {}
}
