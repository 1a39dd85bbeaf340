package org.comuta.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.MessageFormat;
import org.comuta.description.Problem;
import org.comuta.identity.PasswordBean;
import org.comuta.identity.PasswordOutcome;
import org.comuta.identity.SignInPolicyBean;
import org.jspecify.annotations.Nullable;

/** Changes the password of the one who looks at the page. One request only. */
@Named
@RequestScoped
public class PasswordForm {
  private static final String FORM = "password:";

  @Inject private PasswordBean passwords;
  @Inject private SignInPolicyBean policies;
  @Inject private Account account;
  @Inject private Language language;

  private String current = "";
  private String next = "";
  private String again = "";

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public PasswordForm() {}

  /** What a password must be, in one sentence. */
  public String getRules() {
    var policy = policies.policy();
    return new MessageFormat(language.text("password.rules"), language.getLocale())
        .format(
            new Object[] {
              policy.passwordLength(), policy.passwordKinds(), policy.passwordHistory()
            });
  }

  /** Changes it and goes on, or says why not. */
  public @Nullable String change() {
    if (!next.equals(again)) {
      tell("again", language.text("password.differs"));
      return null;
    }
    switch (passwords.change(current, next, account.sessionId(), account.actor())) {
      case PasswordOutcome.Changed ignored -> {
        FacesContext faces = FacesContext.getCurrentInstance();
        faces.getExternalContext().getFlash().setKeepMessages(true);
        faces.addMessage(
            null,
            new FacesMessage(FacesMessage.SEVERITY_INFO, language.text("password.changed"), null));
        return "/portal/account.xhtml?faces-redirect=true";
      }
      case PasswordOutcome.WrongPassword ignored ->
          tell("current", language.text("password.wrong"));
      case PasswordOutcome.Locked locked ->
          tell("current", PortalSignIn.lockedText(language, locked.until()));
      case PasswordOutcome.Busy ignored -> tell("current", language.text("signIn.busy"));
      case PasswordOutcome.DirectoryAway ignored ->
          tell("current", language.text("signIn.directoryAway"));
      case PasswordOutcome.Invalid invalid ->
          invalid.problems().forEach(problem -> tell("next", text(problem)));
    }
    return null;
  }

  private String text(Problem problem) {
    return switch (problem.code()) {
      case "used" -> language.text("password.used");
      default -> getRules();
    };
  }

  private static void tell(String field, String text) {
    FacesContext.getCurrentInstance()
        .addMessage(FORM + field, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, null));
  }

  public String getCurrent() {
    return current;
  }

  public void setCurrent(@Nullable String current) {
    this.current = current == null ? "" : current;
  }

  public String getNext() {
    return next;
  }

  public void setNext(@Nullable String next) {
    this.next = next == null ? "" : next;
  }

  public String getAgain() {
    return again;
  }

  public void setAgain(@Nullable String again) {
    this.again = again == null ? "" : again;
  }
}
