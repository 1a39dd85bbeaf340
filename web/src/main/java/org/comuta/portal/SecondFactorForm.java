package org.comuta.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.comuta.identity.Enrolment;
import org.comuta.identity.IdentityBean;
import org.comuta.identity.SecondFactorBean;
import org.comuta.identity.SecondFactorOutcome;
import org.comuta.identity.User;
import org.jspecify.annotations.Nullable;

/** Sets up and removes the second factor of the one who looks at the page. One request only. */
@Named
@RequestScoped
public class SecondFactorForm {
  @Inject private SecondFactorBean secondFactors;
  @Inject private IdentityBean identity;
  @Inject private Account account;
  @Inject private Language language;

  private String code = "";
  private List<String> recoveryCodes = List.of();

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public SecondFactorForm() {}

  /** Whether there is one that counts. */
  public boolean isActive() {
    User user = identity.user(account.getName());
    return user != null && user.secondFactor();
  }

  /** The one that was proposed and is not confirmed, or null. */
  public @Nullable Enrolment getEnrolment() {
    return secondFactors.proposed(account.getName());
  }

  /** Address of the picture that the app reads; empty when nothing is proposed. */
  public String getPicture() {
    Enrolment enrolment = getEnrolment();
    return enrolment == null ? "" : QrCode.address(enrolment.uri());
  }

  /** Recovery codes, in the one answer that shows them. */
  public List<String> getRecoveryCodes() {
    return recoveryCodes;
  }

  public long getRecoveryCodesLeft() {
    return secondFactors.recoveryCodesLeft(account.getName());
  }

  /** Proposes one. */
  public void begin() {
    secondFactors.propose(account.actor());
  }

  /** Confirms the one that was proposed, or says that the code is wrong. */
  public void confirm() {
    List<String> codes = secondFactors.confirm(code, account.actor());
    if (codes == null) {
      refuse(language.text("secondFactor.wrong"));
    } else {
      recoveryCodes = codes;
    }
    code = "";
  }

  /** Removes the one there is, or says why not. */
  public void remove() {
    switch (secondFactors.removeOwn(code, account.actor())) {
      case SecondFactorOutcome.Removed ignored -> {}
      case SecondFactorOutcome.WrongCode ignored -> refuse(language.text("secondFactor.wrong"));
      case SecondFactorOutcome.Locked locked ->
          refuse(PortalSignIn.lockedText(language, locked.until()));
    }
    code = "";
  }

  private static void refuse(String why) {
    FacesContext.getCurrentInstance()
        .addMessage("secondFactor:code", new FacesMessage(FacesMessage.SEVERITY_ERROR, why, null));
  }

  public String getCode() {
    return code;
  }

  public void setCode(@Nullable String code) {
    this.code = code == null ? "" : code;
  }
}
