package org.comuta.identity;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.comuta.identity.directory.Directory;
import org.comuta.identity.directory.DirectoryAccess;
import org.comuta.identity.directory.DirectoryAnswer;
import org.comuta.identity.directory.DirectoryPerson;
import org.comuta.identity.directory.DirectoryRules;
import org.jspecify.annotations.Nullable;

/** Directories that answer what they were told to, and remember what they were asked. */
final class FakeDirectories implements DirectoryAccess {
  static final String PASSWORD = "password of the directory";

  private final List<Directory> all = new ArrayList<>();
  private final Map<String, Map<String, DirectoryPerson>> people = new HashMap<>();
  private final List<String> away = new ArrayList<>();
  private final List<String> asked = new ArrayList<>();

  List<Directory> all() {
    return all;
  }

  /** Adds one, asked after those before. */
  void add(String name) {
    all.add(directory(name, all.size() + 1));
    people.put(name, new HashMap<>());
  }

  void remove(String name) {
    all.removeIf(one -> one.name().equals(name));
  }

  /** Somebody is there. */
  void know(String directory, String name, String subject, @Nullable Role role) {
    of(directory).put(name, new DirectoryPerson("uid=" + name, subject, name, List.of(), role));
  }

  void forget(String directory, String name) {
    of(directory).remove(name);
  }

  void away(String directory) {
    away.add(directory);
  }

  void back(String directory) {
    away.remove(directory);
  }

  /** Names of the directories in which somebody was looked for, in order. */
  List<String> asked() {
    return asked;
  }

  @Override
  public DirectoryAnswer signIn(Directory directory, String name, String password) {
    asked.add(directory.name());
    DirectoryAnswer answer = look(directory, List.of(name)).get(name);
    return answer instanceof DirectoryAnswer.Known && !password.equals(PASSWORD)
        ? new DirectoryAnswer.WrongPassword()
        : Objects.requireNonNull(answer);
  }

  @Override
  public Map<String, DirectoryAnswer> look(Directory directory, Collection<String> names) {
    Map<String, DirectoryAnswer> answers = new HashMap<>();
    for (String name : names) {
      DirectoryPerson person = of(directory.name()).get(name);
      answers.put(
          name,
          away.contains(directory.name())
              ? new DirectoryAnswer.Away("told so")
              : person == null
                  ? new DirectoryAnswer.NoSuchUser()
                  : new DirectoryAnswer.Known(person));
    }
    return answers;
  }

  private Map<String, DirectoryPerson> of(String directory) {
    return Objects.requireNonNull(people.get(directory));
  }

  private static Directory directory(String name, int priority) {
    JsonObject body =
        Json.createObjectBuilder()
            .add("name", name)
            .add("priority", priority)
            .add("hosts", Json.createArrayBuilder().add("127.0.0.1"))
            .add("baseDn", "dc=example,dc=com")
            .build();
    return Objects.requireNonNull(new DirectoryRules().description().parse(body).object());
  }
}
