package org.comuta.portal.form;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.comuta.configuration.InvalidConfigurationException;
import org.comuta.identity.DirectoryBean;
import org.comuta.identity.Right;
import org.comuta.identity.directory.DirectoryTrial;
import org.comuta.portal.Account;
import org.jspecify.annotations.Nullable;

/**
 * Tries a user and a password in the directory that stands in the form, saved or not. One view; the
 * password is kept no longer than a request.
 */
@Named
@ViewScoped
public class DirectoryTrialForm implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private FormPage form;
  @Inject private DirectoryBean directories;
  @Inject private Account account;

  private String userName = "";
  private transient @Nullable String password;
  private transient @Nullable DirectoryTrial result;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public DirectoryTrialForm() {}

  /** Tries; what is wrong with the directory itself is shown at its fields. */
  public void attempt() {
    if (!account.may(Right.ADMINISTER)) {
      return;
    }
    result = null;
    try {
      result =
          directories.attempt(
              form.name(),
              form.typed(),
              userName,
              password == null ? "" : password,
              account.actor());
    } catch (InvalidConfigurationException refused) {
      form.complain(refused);
    }
  }

  /** What came of it; null before. */
  public @Nullable DirectoryTrial getResult() {
    return result;
  }

  public String getUserName() {
    return userName;
  }

  public void setUserName(@Nullable String userName) {
    this.userName = userName == null ? "" : userName;
  }

  public @Nullable String getPassword() {
    return null;
  }

  public void setPassword(@Nullable String password) {
    this.password = password;
  }
}
