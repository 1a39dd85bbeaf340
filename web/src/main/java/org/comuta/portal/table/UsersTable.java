package org.comuta.portal.table;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Function;
import org.comuta.identity.Area;
import org.comuta.identity.IdentityBean;
import org.comuta.identity.Level;
import org.comuta.identity.Right;
import org.comuta.identity.Role;
import org.comuta.identity.User;

/** Users. */
@ApplicationScoped
public class UsersTable extends MemoryTable<User> {
  /** Its name, the word of the API. */
  public static final String ID = "users";

  @Inject private IdentityBean identity;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public UsersTable() {}

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Right needed() {
    return Right.SEE_ADMINISTRATION;
  }

  @Override
  List<User> all() {
    return identity.users();
  }

  @Override
  public List<Column<User>> columns(Words words) {
    return List.of(
        Column.of(words, "name", "users.name", Filter.TEXT, User::name).styled(user -> "strong"),
        Column.of(words, "fullName", "users.fullName", Filter.TEXT, User::fullName),
        Column.<User>of(words, "role", "users.role", Filter.CHOICE, User::role)
            .choices(words.choices("role.", Role.values())),
        Column.<User>of(words, "origin", "users.origin", Filter.TEXT, user -> user.origin().name())
            .styled(user -> user.origin().present() ? "" : "tag failed"),
        level(words, "configuration", Area.CONFIGURATION),
        level(words, "monitoring", Area.MONITORING),
        level(words, "diagnostics", Area.DIAGNOSTICS),
        level(words, "administration", Area.ADMINISTRATION),
        truth(words, "enabled", User::enabled),
        truth(words, "secondFactor", User::secondFactor),
        truth(words, "mustChangePassword", User::mustChangePassword),
        Column.of(
            words,
            "passwordChangedAt",
            "account.passwordChangedAt",
            Filter.MOMENT,
            User::passwordChangedAt),
        Column.of(words, "createdAt", "users.createdAt", Filter.MOMENT, User::createdAt),
        Column.of(words, "changedAt", "users.changedAt", Filter.MOMENT, User::changedAt));
  }

  private static Column<User> level(Words words, String id, Area area) {
    return Column.<User>of(
            words, id, "users." + id, Filter.CHOICE, user -> user.effectiveRights().in(area))
        .choices(words.choices("level.", Level.values()))
        .styled(user -> "tag level-" + user.effectiveRights().in(area));
  }

  private static Column<User> truth(Words words, String id, Function<User, Boolean> value) {
    return Column.<User>of(words, id, "users." + id, Filter.CHOICE, value::apply)
        .width(Column.Width.NARROW)
        .choices(words.truths())
        .styled(user -> value.apply(user) ? "yes" : "no");
  }

  @Override
  public List<String> standardColumns() {
    return List.of(
        "name",
        "fullName",
        "role",
        "origin",
        "configuration",
        "monitoring",
        "diagnostics",
        "administration",
        "enabled",
        "secondFactor");
  }

  @Override
  public String key(User user) {
    return user.name();
  }
}
