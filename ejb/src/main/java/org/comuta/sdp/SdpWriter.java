package org.comuta.sdp;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes descriptions, line by line in the order of RFC 8866 section 9. Any thread. */
public final class SdpWriter {
  private static final String END = "\r\n";

  private SdpWriter() {}

  /** The description as it is sent. */
  public static byte[] write(SessionDescription description) {
    String text = "v=0\r\no=" + description.origin() + "\r\ns=-\r\n" + contents(description);
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** What the description says, without who says it: what stands after the session name. */
  public static String contents(SessionDescription description) {
    StringBuilder out = new StringBuilder(512);
    connection(out, description.connection());
    bandwidths(out, description.bandwidths());
    out.append("t=0 0").append(END);
    attributes(out, description.attributes());
    description.media().forEach(line -> media(out, line));
    return out.toString();
  }

  private static void media(StringBuilder out, MediaDescription line) {
    out.append("m=").append(line.type()).append(' ').append(line.port());
    if (line.portCount() > 1) {
      out.append('/').append(line.portCount());
    }
    out.append(' ').append(line.protocol());
    line.formats().forEach(format -> out.append(' ').append(format));
    out.append(END);
    connection(out, line.connection());
    bandwidths(out, line.bandwidths());
    attributes(out, line.attributes());
  }

  private static void connection(StringBuilder out, @Nullable NetworkAddress address) {
    if (address != null) {
      out.append("c=").append(address).append(END);
    }
  }

  private static void bandwidths(StringBuilder out, List<Bandwidth> bandwidths) {
    bandwidths.forEach(
        limit ->
            out.append("b=").append(limit.type()).append(':').append(limit.amount()).append(END));
  }

  private static void attributes(StringBuilder out, List<Attribute> attributes) {
    for (Attribute attribute : attributes) {
      out.append("a=").append(attribute.name());
      if (attribute.value() != null) {
        out.append(':').append(attribute.value());
      }
      out.append(END);
    }
  }
}
