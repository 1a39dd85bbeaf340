package org.comuta.portal.wizard;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.comuta.configuration.ConfigurationBean;
import org.comuta.identity.Right;
import org.comuta.portal.Account;
import org.comuta.portal.personal.PersonalSettings;
import org.comuta.portal.personal.Remembered;

/** Whether the wizard is offered: while nothing was ever saved and nobody declined. One request. */
@Named
@RequestScoped
public class WizardOffer {
  @Inject private ConfigurationBean configuration;
  @Inject private PersonalSettings personal;
  @Inject private Account account;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public WizardOffer() {}

  public boolean isMade() {
    return account.may(Right.CONFIGURE)
        && personal.remembered(Remembered.WIZARD_DISMISSED).isEmpty()
        && configuration.status().latestRevision() == 0;
  }
}
