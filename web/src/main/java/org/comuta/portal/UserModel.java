package org.comuta.portal;

import java.io.Serializable;
import org.comuta.identity.Level;
import org.comuta.identity.Origin;
import org.comuta.identity.OwnRights;
import org.comuta.identity.Role;
import org.comuta.identity.User;
import org.comuta.identity.UserChange;
import org.comuta.identity.UserRules;
import org.jspecify.annotations.Nullable;

/** A user as typed into the form. One view each; never keeps a password longer than a request. */
public class UserModel implements Serializable {
  private static final long serialVersionUID = 1L;

  private boolean existing;
  private String elsewhere = "";
  private boolean roleElsewhere;
  private @Nullable String provider;
  private String name = "";
  private String fullName = "";
  private Role role = Role.OPERATOR;
  private @Nullable Level configuration;
  private @Nullable Level monitoring;
  private @Nullable Level diagnostics;
  private @Nullable Level administration;
  private boolean enabled = true;
  private boolean mustChangePassword = true;
  private transient @Nullable String password;

  /** A user that is there. */
  static UserModel of(User user) {
    UserModel model = new UserModel();
    model.existing = true;
    model.elsewhere = user.origin().name();
    model.roleElsewhere = user.origin().kind() == Origin.Kind.DIRECTORY;
    model.name = user.name();
    model.fullName = user.fullName();
    model.role = user.role();
    model.configuration = user.rights().configuration();
    model.monitoring = user.rights().monitoring();
    model.diagnostics = user.rights().diagnostics();
    model.administration = user.rights().administration();
    model.enabled = user.enabled();
    model.mustChangePassword = user.mustChangePassword();
    return model;
  }

  UserChange change() {
    return new UserChange(
        UserRules.canonicalName(name),
        fullName,
        role,
        new OwnRights(configuration, monitoring, diagnostics, administration),
        enabled,
        password,
        (existing || provider == null) ? mustChangePassword : null,
        existing ? null : provider);
  }

  /** Whether the user is there already, and so keeps the name. */
  public boolean isExisting() {
    return existing;
  }

  /** Name of the directory or provider that knows the user; empty for the exchange itself. */
  public String getElsewhere() {
    return elsewhere;
  }

  /** Whether the role cannot be chosen here. */
  public boolean isRoleElsewhere() {
    return roleElsewhere;
  }

  /** Name of the provider of identities that signs a new user in; null for a password. */
  public @Nullable String getProvider() {
    return provider;
  }

  public void setProvider(@Nullable String provider) {
    this.provider = provider;
  }

  public String getName() {
    return name;
  }

  public void setName(@Nullable String name) {
    this.name = name == null ? "" : name;
  }

  public String getFullName() {
    return fullName;
  }

  public void setFullName(@Nullable String fullName) {
    this.fullName = fullName == null ? "" : fullName;
  }

  public Role getRole() {
    return role;
  }

  public void setRole(Role role) {
    this.role = role;
  }

  public @Nullable Level getConfiguration() {
    return configuration;
  }

  public void setConfiguration(@Nullable Level configuration) {
    this.configuration = configuration;
  }

  public @Nullable Level getMonitoring() {
    return monitoring;
  }

  public void setMonitoring(@Nullable Level monitoring) {
    this.monitoring = monitoring;
  }

  public @Nullable Level getDiagnostics() {
    return diagnostics;
  }

  public void setDiagnostics(@Nullable Level diagnostics) {
    this.diagnostics = diagnostics;
  }

  public @Nullable Level getAdministration() {
    return administration;
  }

  public void setAdministration(@Nullable Level administration) {
    this.administration = administration;
  }

  public boolean isEnabled() {
    return enabled;
  }

  public void setEnabled(boolean enabled) {
    this.enabled = enabled;
  }

  public boolean isMustChangePassword() {
    return mustChangePassword;
  }

  public void setMustChangePassword(boolean mustChangePassword) {
    this.mustChangePassword = mustChangePassword;
  }

  public @Nullable String getPassword() {
    return password;
  }

  public void setPassword(@Nullable String password) {
    this.password = password;
  }
}
