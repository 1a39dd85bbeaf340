package org.comuta.network;

import java.util.regex.Pattern;

/**
 * Addresses of mail as a server takes them, RFC 5321 section 4.1.2: a dot-string and a domain, in
 * ASCII. Quoted local parts and address literals are left out: nobody uses them, and without them
 * an address can hold nothing that would end a line or begin another address.
 */
public final class MailAddresses {
  private static final Pattern LOCAL_PART =
      Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
  private static final int LONGEST_LOCAL_PART = 64;
  private static final int LONGEST = 254;

  private MailAddresses() {}

  /** Whether this text is one, and nothing else. */
  public static boolean isAddress(String text) {
    int at = text.lastIndexOf('@');
    if (at < 1 || at > LONGEST_LOCAL_PART || text.length() > LONGEST) {
      return false;
    }
    String domain = text.substring(at + 1);
    return LOCAL_PART.matcher(text.substring(0, at)).matches()
        && Addresses.isHost(domain)
        && !Addresses.isAddress(domain);
  }
}
