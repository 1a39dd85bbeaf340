package org.comuta.mail;

import java.util.Locale;

/** Languages that mails are written in. */
public enum MailLanguage {
  PT_BR(Locale.of("pt", "BR")),
  EN(Locale.ENGLISH),
  ES(Locale.of("es"));

  private final Locale locale;

  MailLanguage(Locale locale) {
    this.locale = locale;
  }

  Locale locale() {
    return locale;
  }
}
