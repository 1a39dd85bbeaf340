package org.comuta.sip.container;

/**
 * Where the container listens, and how much it takes.
 *
 * @param bindAddress numeric address of the interface; {@code 0.0.0.0} or {@code ::} for all
 * @param ownAddress numeric address peers are told in Via and Contact
 * @param port UDP and TCP port
 * @param laneThreads threads that carry the lanes
 * @param queueLimit messages that may wait on one lane thread; further ones are dropped
 * @param maxMessageOctets longest message accepted, in octets
 */
public record SipSettings(
    String bindAddress,
    String ownAddress,
    int port,
    int laneThreads,
    int queueLimit,
    int maxMessageOctets) {

  private static final int DEFAULT_QUEUE_LIMIT = 5_000;
  private static final int DEFAULT_MESSAGE_OCTETS = 65_535;

  public SipSettings {
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("comuta.sip.port must be 1 to 65535, not " + port);
    }
    if (laneThreads < 1 || laneThreads > Lanes.COUNT) {
      throw new IllegalArgumentException(
          "comuta.sip.lane-threads must be 1 to " + Lanes.COUNT + ", not " + laneThreads);
    }
    if (queueLimit < 1 || maxMessageOctets < 1_300) {
      throw new IllegalArgumentException(
          "queue limit " + queueLimit + " or message size " + maxMessageOctets + " is too small");
    }
  }

  /** Settings for one address and port, everything else as usual. */
  public static SipSettings at(String bindAddress, int port) {
    int threads = Math.clamp(Runtime.getRuntime().availableProcessors(), 2, Lanes.COUNT);
    return new SipSettings(
        bindAddress,
        HostAddress.tellable(bindAddress),
        port,
        threads,
        DEFAULT_QUEUE_LIMIT,
        DEFAULT_MESSAGE_OCTETS);
  }

  /**
   * Reads {@code comuta.bind.address} (127.0.0.1), {@code comuta.sip.port} (5060), {@code
   * comuta.sip.address} (the address bound to, or this host's main one when bound to all) and
   * {@code comuta.sip.lane-threads} (the processors, at least 2).
   */
  public static SipSettings fromSystemProperties() {
    SipSettings usual =
        at(
            System.getProperty("comuta.bind.address", "127.0.0.1"),
            Integer.getInteger("comuta.sip.port", 5060));
    return new SipSettings(
        usual.bindAddress,
        System.getProperty("comuta.sip.address", usual.ownAddress),
        usual.port,
        Integer.getInteger("comuta.sip.lane-threads", usual.laneThreads),
        usual.queueLimit,
        usual.maxMessageOctets);
  }
}
