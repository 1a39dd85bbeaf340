package org.comuta.mail;

/**
 * What came of sending a mail.
 *
 * @param taken whether the server took it for at least one of the recipients
 * @param reply what the server said last; when it was not taken, what went wrong
 * @param refused what the server said of recipients that it refused; empty when it took all
 */
public record MailOutcome(boolean taken, String reply, String refused) {
  private static final int LONGEST = 500;

  public MailOutcome {
    reply = Mail.oneLine(reply, LONGEST);
    refused = Mail.oneLine(refused, LONGEST);
  }

  static MailOutcome failed(String why) {
    return new MailOutcome(false, why, "");
  }
}
