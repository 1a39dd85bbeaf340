package org.comuta.sip.callcontrol.leg;

import java.util.Iterator;
import java.util.ListIterator;
import java.util.regex.Pattern;
import javax.servlet.sip.Address;
import javax.servlet.sip.ServletParseException;
import javax.servlet.sip.SipServletMessage;
import org.comuta.sip.callcontrol.headers.DisplayName;
import org.comuta.sip.callcontrol.headers.Privacy;
import org.comuta.sip.callcontrol.headers.UserPart;
import org.jspecify.annotations.Nullable;

/**
 * What passes from a message of one leg to a message of the other, besides its body: Privacy,
 * P-Asserted-Identity (RFC 3325) and Content-Disposition, each read and written anew. All else
 * stays behind, whatever its name or form.
 */
public final class HeaderPolicy {
  private static final String ASSERTED = "P-Asserted-Identity";
  private static final Pattern DISPOSITION =
      Pattern.compile("\\s*([a-z-]{1,32})\\s*(?:;\\s*handling\\s*=\\s*(optional|required)\\s*)?");

  private HeaderPolicy() {}

  /**
   * Copies what passes.
   *
   * @param ourHost host of the identities towards the other side
   */
  public static void copy(SipServletMessage from, SipServletMessage to, String ourHost) {
    String privacy = Privacy.clean(headers(from, "Privacy"));
    if (!privacy.isEmpty()) {
      to.setHeader("Privacy", privacy);
    }
    Address asserted = assertedIdentity(from);
    if (asserted != null) {
      assertIdentity(
          to, UserPart.of(asserted.getURI().toString()), asserted.getDisplayName(), ourHost);
    }
    String disposition = from.getHeader("Content-Disposition");
    if (disposition != null && DISPOSITION.matcher(disposition).matches()) {
      to.setHeader("Content-Disposition", disposition.strip());
    }
  }

  /** Gives a message an asserted identity of our host. */
  public static void assertIdentity(
      SipServletMessage message, String user, @Nullable String name, String ourHost) {
    if (!user.isEmpty()) {
      String clean = DisplayName.clean(name);
      message.setHeader(
          ASSERTED,
          (clean == null ? "" : '"' + clean + "\" ")
              + "<sip:"
              + UserPart.escape(user)
              + '@'
              + ourHost
              + '>');
    }
  }

  /** The first asserted identity that can be read; null when there is none. */
  public static @Nullable Address assertedIdentity(SipServletMessage message) {
    try {
      ListIterator<Address> values = message.getAddressHeaders(ASSERTED);
      return values != null && values.hasNext() ? values.next() : null;
    } catch (ServletParseException e) {
      return null;
    }
  }

  private static Iterator<String> headers(SipServletMessage message, String name) {
    return message.getHeaders(name);
  }
}
