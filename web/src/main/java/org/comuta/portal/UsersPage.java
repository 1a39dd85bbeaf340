package org.comuta.portal;

import jakarta.annotation.PostConstruct;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.comuta.identity.IdentityBean;
import org.comuta.identity.Level;
import org.comuta.identity.ProviderBean;
import org.comuta.identity.Right;
import org.comuta.identity.Role;
import org.comuta.identity.SecondFactorBean;
import org.comuta.identity.User;
import org.comuta.identity.UserOutcome;
import org.comuta.identity.provider.IdentityProvider;
import org.comuta.portal.table.Table;
import org.comuta.portal.table.UsersTable;
import org.jspecify.annotations.Nullable;
import org.primefaces.PrimeFaces;

/** The page of users: who there is, and the form that makes and changes them. */
@Named
@ViewScoped
public class UsersPage implements Serializable {
  private static final String FORM = "edit:";

  @Inject private IdentityBean identity;
  @Inject private SecondFactorBean secondFactors;
  @Inject private ProviderBean providers;
  @Inject private Account account;
  @Inject private Language language;
  @Inject private Table<User> table;

  private UserModel edited = new UserModel();

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public UsersPage() {}

  @PostConstruct
  void open() {
    table.show(UsersTable.ID);
  }

  public Table<User> getTable() {
    return table;
  }

  /** Providers of identities that can sign a new user in. */
  public List<IdentityProvider> getProviders() {
    return providers.offered();
  }

  public Role[] getRoles() {
    return Role.values();
  }

  public Level[] getLevels() {
    return Level.values();
  }

  /** What is in the form. */
  public UserModel getEdited() {
    return edited;
  }

  /** Puts an empty user into the form. */
  public void create() {
    edited = new UserModel();
  }

  /** Puts a user into the form. */
  public void edit(String name) {
    User user = identity.user(name);
    edited = user == null ? new UserModel() : UserModel.of(user);
  }

  /** Saves what is in the form, or says what is wrong with it. */
  public void save() {
    if (!account.may(Right.ADMINISTER)) {
      return;
    }
    UserOutcome outcome = identity.save(edited.change(), account.getRights(), account.actor());
    boolean saved = tell(outcome);
    PrimeFaces.current().ajax().addCallbackParam("saved", saved);
  }

  /** Deletes a user, or says why not. */
  public void delete(String name) {
    if (account.may(Right.ADMINISTER)) {
      tell(identity.delete(name, account.getRights(), account.actor()));
    }
  }

  /** Removes the second factor of a user who lost it. */
  public void removeSecondFactor(String name) {
    User user = identity.user(name);
    if (account.may(Right.ADMINISTER)
        && user != null
        && !secondFactors.remove(user, account.getRights(), account.actor())) {
      tell(null, FacesMessage.SEVERITY_ERROR, language.text("users.beyondRights"));
    }
  }

  private boolean tell(UserOutcome outcome) {
    return switch (outcome) {
      case UserOutcome.Created ignored -> done("users.saved");
      case UserOutcome.Changed ignored -> done("users.saved");
      case UserOutcome.Deleted ignored -> done("users.deleted");
      case UserOutcome.Missing ignored -> done("users.deleted");
      case UserOutcome.Invalid invalid -> {
        invalid
            .problems()
            .forEach(
                problem ->
                    tell(
                        FORM + problem.field(),
                        FacesMessage.SEVERITY_ERROR,
                        language.textOrKey(
                            "users.wrong." + problem.field() + "." + problem.code())));
        yield false;
      }
      case UserOutcome.BeyondRights ignored -> refused("users.beyondRights");
      case UserOutcome.LastAdministrator ignored -> refused("users.lastAdministrator");
    };
  }

  private boolean done(String key) {
    tell(null, FacesMessage.SEVERITY_INFO, language.text(key));
    return true;
  }

  private boolean refused(String key) {
    tell(null, FacesMessage.SEVERITY_ERROR, language.text(key));
    return false;
  }

  private static void tell(@Nullable String client, FacesMessage.Severity severity, String text) {
    FacesContext.getCurrentInstance().addMessage(client, new FacesMessage(severity, text, null));
  }
}
