package org.comuta.operation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import org.comuta.configuration.ConfigurationBean;
import org.comuta.identity.Actor;
import org.comuta.identity.AuditAction;
import org.comuta.identity.AuditBean;
import org.comuta.identity.AuditEntry;
import org.comuta.mail.MailBean;
import org.comuta.mail.MailLanguage;
import org.comuta.mail.MailOutcome;
import org.comuta.mail.MailServer;
import org.jspecify.annotations.Nullable;

/** What people do with mail servers. Any thread. */
@ApplicationScoped
public class MailOperations {
  @Inject private ConfigurationBean configuration;
  @Inject private MailBean mail;
  @Inject private AuditBean audit;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public MailOperations() {}

  /**
   * Sends a test mail through a server, applied or not. Waits for the network.
   *
   * @param body the server as it is to be tried; null for how it was saved last
   */
  public MailOutcome test(
      String name,
      @Nullable JsonObject body,
      String recipient,
      MailLanguage language,
      Actor actor) {
    MailServer server = configuration.draft(MailServer.class, name, body);
    MailOutcome outcome = mail.test(server, recipient, language);
    audit.write(
        actor,
        AuditAction.MAIL_TEST,
        "mail-server",
        name,
        outcome.taken() ? AuditEntry.Outcome.DONE : AuditEntry.Outcome.FAILED,
        recipient);
    return outcome;
  }
}
