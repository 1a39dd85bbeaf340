package org.comuta.sip.callcontrol.sdp;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/**
 * A message body on its way from one leg to the other.
 *
 * @param type Content-Type with its parameters
 * @param encoded whether a Content-Encoding hides what it says
 */
@SuppressWarnings("ArrayRecordComponent") // A carrier of octets; never compared.
public record Body(byte[] octets, String type, boolean encoded) {
  /** Longest body that passes, in octets. */
  public static final int LONGEST = 48 * 1024;

  private static final int LONGEST_TYPE = 255;

  /** Bodies that hold headers of the other side. */
  private static final Set<String> WHOLE_MESSAGES =
      Set.of("message/sip", "message/sipfrag", "message/external-body", "message/http");

  /** A body that is not encoded. */
  public Body(byte[] octets, String type) {
    this(octets, type, false);
  }

  /** Type and subtype, in lower case. */
  public String mediaType() {
    return mediaTypeOf(type);
  }

  static String mediaTypeOf(String type) {
    int end = type.indexOf(';');
    return (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
  }

  /** Whether a session description stands in it, alone or as a part. */
  public boolean describesSession() {
    String mediaType = mediaType();
    return mediaType.equals("application/sdp")
        || (mediaType.startsWith("multipart/")
            && new String(octets, StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT)
                .contains("application/sdp"));
  }

  /**
   * This body as the other side may see it.
   *
   * @param rewrite what becomes of each session description in it
   * @throws UnacceptableBodyException when it cannot be made free of what must not pass
   */
  public Body towards(DescriptionRewrite rewrite) throws UnacceptableBodyException {
    if (octets.length > LONGEST) {
      throw new UnacceptableBodyException(413, "body of " + octets.length + " octets");
    }
    String mediaType = mediaType();
    if (encoded || type.length() > LONGEST_TYPE || WHOLE_MESSAGES.contains(mediaType)) {
      throw new UnacceptableBodyException(415, "body of type " + mediaType);
    }
    if (mediaType.equals("application/sdp")) {
      return new Body(rewrite.rewrite(octets), "application/sdp");
    }
    if (mediaType.startsWith("multipart/")) {
      return Multipart.rewrite(this, rewrite);
    }
    return this;
  }
}
