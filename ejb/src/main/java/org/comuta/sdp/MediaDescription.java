package org.comuta.sdp;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One media line with what belongs to it (RFC 8866 section 5.14).
 *
 * @param type {@code audio}, {@code video}, {@code image} …
 * @param port 0 for a line that is refused or taken back
 * @param portCount how many ports follow one another
 * @param protocol such as {@code RTP/AVP}
 * @param formats payload types of RTP, or names
 * @param connection null when that of the session holds
 */
public record MediaDescription(
    String type,
    int port,
    int portCount,
    String protocol,
    List<String> formats,
    @Nullable NetworkAddress connection,
    List<Bandwidth> bandwidths,
    List<Attribute> attributes) {

  static final int MOST_FORMATS = 128;

  public MediaDescription {
    formats = List.copyOf(formats);
    bandwidths = List.copyOf(bandwidths);
    attributes = List.copyOf(attributes);
    Grammar.token("media type", type);
    Grammar.range("port", port, 0, 65_535);
    Grammar.range("number of ports", portCount, 1, 65_535);
    Grammar.protocol(protocol);
    Grammar.range("number of formats", formats.size(), 1, MOST_FORMATS);
    formats.forEach(format -> Grammar.token("format", format));
  }

  /** The value of the first attribute of this name; null when there is none with a value. */
  public @Nullable String value(String name) {
    for (Attribute attribute : attributes) {
      if (attribute.name().equals(name)) {
        return attribute.value();
      }
    }
    return null;
  }

  public boolean has(String name) {
    return attributes.stream().anyMatch(attribute -> attribute.name().equals(name));
  }

  /** Whether its packets are those of RTP (RFC 3550), protected or not. */
  public boolean isRtp() {
    return switch (protocol.toUpperCase(Locale.ROOT)) {
      case "RTP/AVP",
          "RTP/AVPF",
          "RTP/SAVP",
          "RTP/SAVPF",
          "UDP/TLS/RTP/SAVP",
          "UDP/TLS/RTP/SAVPF" ->
          true;
      default -> false;
    };
  }

  /** Whether its packets are other datagrams of UDP: T.38 fax, data channels. */
  public boolean isOtherUdp() {
    String upper = protocol.toUpperCase(Locale.ROOT);
    return !isRtp() && (upper.equals("UDPTL") || upper.equals("UDP") || upper.startsWith("UDP/"));
  }
}
