package org.comuta.portal;

import java.text.MessageFormat;
import org.comuta.identity.AuditBean;
import org.comuta.identity.SignInPolicy.Amount;

/**
 * One number among the rules of sign-in as the page shows it. Immutable.
 *
 * @param name word of the API, and key of its texts
 * @param otherwise what counts where nothing is said
 */
public record SignInRule(String name, Section section, long least, long most, long otherwise) {
  /** Days that entries of the audit log are kept, which stands among the rules. */
  static final SignInRule AUDIT =
      new SignInRule("auditDays", Section.AUDIT, 0, AuditBean.MOST_DAYS, 0);

  /** Parts of the page. */
  public enum Section {
    SESSIONS,
    LOCKS,
    PASSWORDS,
    SECOND_FACTOR,
    AUDIT
  }

  static SignInRule of(Amount amount) {
    return new SignInRule(
        amount.field(), section(amount), amount.least(), amount.most(), amount.otherwise());
  }

  private static Section section(Amount amount) {
    return switch (amount) {
      case IDLE_TIMEOUT, LONGEST_SESSION -> Section.SESSIONS;
      case ATTEMPTS, ATTEMPTS_OF_USER, ATTEMPTS_OF_ADDRESS, ATTEMPTS_INTERVAL, BLOCK_TIME ->
          Section.LOCKS;
      case PASSWORD_LENGTH, PASSWORD_KINDS, PASSWORD_HISTORY, PASSWORD_AGE -> Section.PASSWORDS;
    };
  }

  /** From where to where it may be, and what counts otherwise. */
  public String hint(Language language) {
    // As texts: numbers are written without separators, as they are typed.
    return MessageFormat.format(
        language.text("rule.hint"),
        Long.toString(least),
        Long.toString(most),
        Long.toString(otherwise));
  }
}
