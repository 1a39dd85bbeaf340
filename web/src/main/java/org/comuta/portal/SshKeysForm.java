package org.comuta.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.comuta.description.Problem;
import org.comuta.identity.Right;
import org.comuta.identity.Rights;
import org.comuta.identity.SshKey;
import org.comuta.identity.SshKeyBean;
import org.comuta.identity.SshKeyOutcome;
import org.jspecify.annotations.Nullable;

/** The keys for SSH of the one who looks at the page. One request only. */
@Named
@RequestScoped
public class SshKeysForm {
  @Inject private SshKeyBean keys;
  @Inject private Account account;
  @Inject private Language language;
  private String line = "";
  private String description = "";

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public SshKeysForm() {}

  public List<SshKey> getOwn() {
    return keys.keys(account.getName());
  }

  /** Adds the key, or says at its field what is wrong. */
  public void add() {
    if (!account.may(Right.OWN_ACCOUNT)) {
      return;
    }
    switch (keys.add(account.getName(), line, description, Rights.ALL, account.actor())) {
      case SshKeyOutcome.Added ignored -> {
        line = "";
        description = "";
      }
      case SshKeyOutcome.Invalid invalid -> invalid.problems().forEach(this::tell);
      case SshKeyOutcome.Removed ignored -> {}
      case SshKeyOutcome.Missing ignored -> {}
      case SshKeyOutcome.BeyondRights ignored -> {}
    }
  }

  private void tell(Problem problem) {
    String text = language.text("sshKeys.wrong." + problem.field() + "." + problem.code());
    FacesContext.getCurrentInstance()
        .addMessage(
            "sshKeys:" + problem.field(),
            new FacesMessage(FacesMessage.SEVERITY_ERROR, text, null));
  }

  /** Removes an own one at once. */
  public void remove(String id) {
    SshKey key = keys.key(id);
    if (key != null && key.userName().equals(account.getName()) && account.may(Right.OWN_ACCOUNT)) {
      keys.remove(key, Rights.ALL, account.actor());
    }
  }

  public String getLine() {
    return line;
  }

  public void setLine(@Nullable String line) {
    this.line = line == null ? "" : line;
  }

  public String getDescription() {
    return description;
  }

  public void setDescription(@Nullable String description) {
    this.description = description == null ? "" : description;
  }
}
