package org.comuta.portal.form;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.comuta.configuration.InvalidConfigurationException;
import org.comuta.identity.Right;
import org.comuta.mail.MailLanguage;
import org.comuta.mail.MailOutcome;
import org.comuta.network.MailAddresses;
import org.comuta.operation.MailOperations;
import org.comuta.portal.Account;
import org.comuta.portal.Language;
import org.jspecify.annotations.Nullable;

/** Sends a test mail through the mail server that stands in the form, saved or not. One view. */
@Named
@ViewScoped
public class MailTestForm implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private FormPage form;
  @Inject private MailOperations mail;
  @Inject private Account account;
  @Inject private Language language;

  private String recipient = "";
  private transient @Nullable MailOutcome result;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public MailTestForm() {}

  /** Sends it; what is wrong with the server itself is shown at its fields. */
  public void send() {
    if (!account.may(Right.CONFIGURE)) {
      return;
    }
    result = null;
    if (!MailAddresses.isAddress(recipient)) {
      result = new MailOutcome(false, language.text("problem.syntax.MAIL_ADDRESS"), "");
      return;
    }
    try {
      result = mail.test(form.name(), form.typed(), recipient, words(), account.actor());
    } catch (InvalidConfigurationException refused) {
      form.complain(refused);
    }
  }

  /** The language of who asks. */
  private MailLanguage words() {
    return switch (language.getLocale().getLanguage()) {
      case "pt" -> MailLanguage.PT_BR;
      case "es" -> MailLanguage.ES;
      default -> MailLanguage.EN;
    };
  }

  /** What came of it; null before. */
  public @Nullable MailOutcome getResult() {
    return result;
  }

  public String getRecipient() {
    return recipient;
  }

  public void setRecipient(@Nullable String recipient) {
    this.recipient = recipient == null ? "" : recipient.strip();
  }
}
