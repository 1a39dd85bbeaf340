package org.comuta.configuration;

import java.util.List;
import java.util.stream.Collectors;

/** An object cannot be deleted because others name it. */
public final class ObjectInUseException extends ConfigurationException {
  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // records of texts in an immutable list; never sent anywhere
  private final List<ObjectUser> users;

  ObjectInUseException(String kind, String name, List<ObjectUser> users) {
    super(
        "The "
            + kind
            + " "
            + name
            + " is used by "
            + users.stream()
                .limit(20)
                .map(user -> user.kind() + " " + user.name() + " (" + user.field() + ")")
                .collect(Collectors.joining(", "))
            + (users.size() > 20 ? " and " + (users.size() - 20) + " more." : "."));
    this.users = List.copyOf(users);
  }

  /** Who names it; at least one. */
  public List<ObjectUser> users() {
    return users;
  }
}
