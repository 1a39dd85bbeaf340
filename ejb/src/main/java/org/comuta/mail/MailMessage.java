package org.comuta.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/**
 * A mail in the form of RFC 5322. Subject and name are encoded as RFC 2047 says, the text as quoted
 * printable; addresses were checked when they were saved and are checked again, so that nothing of
 * what is told can become a header.
 */
final class MailMessage extends MimeMessage {
  private final String id;

  private MailMessage(Session session, String id) {
    super(session);
    this.id = id;
  }

  /**
   * Makes one.
   *
   * @param id the same for the same mail; without the domain
   */
  static MailMessage of(
      Session session,
      MailServer server,
      List<String> recipients,
      Mail mail,
      String id,
      Instant now)
      throws MessagingException {
    String utf8 = StandardCharsets.UTF_8.name();
    MailMessage message =
        new MailMessage(session, id + server.from().substring(server.from().lastIndexOf('@')));
    InternetAddress from = new InternetAddress(server.from(), true);
    try {
      from.setPersonal(server.fromName().isEmpty() ? null : server.fromName(), utf8);
    } catch (UnsupportedEncodingException impossible) {
      throw new IllegalStateException(impossible);
    }
    message.setFrom(from);
    for (String recipient : recipients) {
      message.addRecipient(Message.RecipientType.TO, new InternetAddress(recipient, true));
    }
    message.setSubject(mail.subject(), utf8);
    message.setSentDate(Date.from(now));
    // RFC 3834 section 5: nobody answers that he is on holiday.
    message.setHeader("Auto-Submitted", "auto-generated");
    // As octets, so that no handler of contents is looked for.
    byte[] octets = mail.text().replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    message.setDataHandler(
        new DataHandler(new ByteArrayDataSource(octets, "text/plain; charset=UTF-8")));
    message.setHeader("Content-Transfer-Encoding", "quoted-printable");
    message.saveChanges();
    return message;
  }

  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", "<" + id + ">");
  }
}
