package org.comuta.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.comuta.network.TrustedAuthorities;
import org.comuta.secret.Secrets;
import org.comuta.secret.UnreadableSecretException;
import org.jspecify.annotations.Nullable;

/** Sends one mail and says what came of it. Any thread; blocks within the time limits. */
final class MailSender {
  /** A reply of success, RFC 5321 section 4.2.1. */
  private static final Pattern DONE = Pattern.compile("2[0-9]{2}[ -]");

  private final Secrets secrets;
  private final InstantSource clock;

  MailSender(Secrets secrets, InstantSource clock) {
    this.secrets = secrets;
    this.clock = clock;
  }

  /**
   * Sends it.
   *
   * @param id the same for the same mail, however often it is sent
   */
  MailOutcome send(MailServer server, List<String> recipients, Mail mail, String id) {
    try {
      Session session = Session.getInstance(properties(server));
      MailMessage message = MailMessage.of(session, server, recipients, mail, id, clock.instant());
      try (Transport transport = session.getTransport("smtp")) {
        boolean signsIn = !server.userName().isEmpty();
        transport.connect(
            server.host(),
            server.effectivePort(),
            signsIn ? server.userName() : null,
            signsIn ? server.password().open(secrets, server.passwordPlace()) : null);
        transport.sendMessage(message, message.getAllRecipients());
        return new MailOutcome(true, "", "");
      }
    } catch (SendFailedException told) {
      return outcome(told);
    } catch (MessagingException | GeneralSecurityException | UnreadableSecretException failure) {
      return MailOutcome.failed(chain(failure));
    }
  }

  /** With reports of success, what was taken is told in this way, too. */
  private static MailOutcome outcome(SendFailedException told) {
    boolean taken = told.getValidSentAddresses() != null && told.getValidSentAddresses().length > 0;
    boolean allTaken =
        taken && isEmpty(told.getInvalidAddresses()) && isEmpty(told.getValidUnsentAddresses());
    return taken
        ? new MailOutcome(true, String.valueOf(told.getMessage()), allTaken ? "" : chain(told))
        : MailOutcome.failed(chain(told));
  }

  private static boolean isEmpty(Object @Nullable [] addresses) {
    return addresses == null || addresses.length == 0;
  }

  private static Properties properties(MailServer server) throws GeneralSecurityException {
    String millis = String.valueOf(server.timeout() * 1000L);
    Properties properties = new Properties();
    set(properties, "connectiontimeout", millis);
    set(properties, "timeout", millis);
    set(properties, "writetimeout", millis);
    set(properties, "from", server.from());
    set(properties, "sendpartial", "true");
    set(properties, "reportsuccess", "true");
    set(properties, "auth", String.valueOf(!server.userName().isEmpty()));
    set(properties, "auth.mechanisms", "PLAIN LOGIN");
    switch (server.security()) {
      case TLS -> set(properties, "ssl.enable", "true");
      case STARTTLS -> {
        set(properties, "starttls.enable", "true");
        set(properties, "starttls.required", "true");
      }
      case NONE -> set(properties, "starttls.enable", "false");
    }
    if (server.security() != MailSecurity.NONE) {
      set(properties, "ssl.protocols", "TLSv1.3 TLSv1.2");
      set(properties, "ssl.checkserveridentity", "true");
      properties.put(
          "mail.smtp.ssl.socketFactory",
          TrustedAuthorities.context(server.certificates()).getSocketFactory());
      set(properties, "ssl.socketFactory.fallback", "false");
    }
    return properties;
  }

  private static void set(Properties properties, String name, String value) {
    properties.setProperty("mail.smtp." + name, value);
  }

  /** What every failure behind this one says, once each; replies that tell no failure are not. */
  private static String chain(Throwable failure) {
    Set<String> said = new LinkedHashSet<>();
    @Nullable Throwable one = failure;
    while (one != null && said.size() < 10) {
      String message = one.getMessage();
      String text = message == null ? one.getClass().getSimpleName() : message.strip();
      if (!DONE.matcher(text).lookingAt()) {
        said.add(text);
      }
      one =
          one instanceof MessagingException next && next.getNextException() != null
              ? next.getNextException()
              : one.getCause();
    }
    return String.join(": ", said);
  }
}
