package org.comuta.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.comuta.identity.Area;
import org.comuta.identity.Level;
import org.comuta.identity.NewToken;
import org.comuta.identity.Right;
import org.comuta.identity.Rights;
import org.comuta.identity.Token;
import org.comuta.identity.TokenBean;
import org.jspecify.annotations.Nullable;

/** The tokens of the one who looks at the page. One request only. */
@Named
@RequestScoped
public class TokensForm {
  @Inject private TokenBean tokens;
  @Inject private Account account;
  @Inject private Language language;

  private String description = "";
  private int days = 90;
  private Level configuration = Level.NONE;
  private Level monitoring = Level.NONE;
  private Level diagnostics = Level.NONE;
  private Level administration = Level.NONE;
  private String secret = "";

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public TokensForm() {}

  public List<Token> getOwn() {
    return tokens.tokens(account.getName());
  }

  /** The levels that the user could give in an area. */
  public List<Level> levels(Area area) {
    return Arrays.stream(Level.values())
        .filter(level -> account.getRights().in(area).covers(level))
        .toList();
  }

  /** Makes a token and shows its secret in the one answer, or says what is wrong. */
  public void create() {
    NewToken asked =
        new NewToken(
            description,
            new Rights(configuration, monitoring, diagnostics, administration),
            Duration.ofDays(days));
    if (asked.check(account.getRights()).isEmpty()) {
      secret = tokens.create(asked, account.actor()).secret();
      description = "";
    } else {
      FacesContext.getCurrentInstance()
          .addMessage(
              "tokens:days",
              new FacesMessage(FacesMessage.SEVERITY_ERROR, language.text("tokens.wrong"), null));
    }
  }

  /** Revokes an own one at once. */
  public void revoke(String id) {
    Token token = tokens.token(id);
    if (token != null
        && token.userName().equals(account.getName())
        && account.may(Right.OWN_ACCOUNT)) {
      tokens.revoke(token, account.actor());
    }
  }

  /** The secret, in the one answer that tells it; otherwise empty. */
  public String getSecret() {
    return secret;
  }

  public String getDescription() {
    return description;
  }

  public void setDescription(@Nullable String description) {
    this.description = description == null ? "" : description;
  }

  public int getDays() {
    return days;
  }

  public void setDays(int days) {
    this.days = days;
  }

  public Level getConfiguration() {
    return configuration;
  }

  public void setConfiguration(Level configuration) {
    this.configuration = configuration;
  }

  public Level getMonitoring() {
    return monitoring;
  }

  public void setMonitoring(Level monitoring) {
    this.monitoring = monitoring;
  }

  public Level getDiagnostics() {
    return diagnostics;
  }

  public void setDiagnostics(Level diagnostics) {
    this.diagnostics = diagnostics;
  }

  public Level getAdministration() {
    return administration;
  }

  public void setAdministration(Level administration) {
    this.administration = administration;
  }
}
