package org.comuta.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstAdministratorTest {
  @TempDir private Path state;

  private final List<String> made = new ArrayList<>();

  private Path passwordFile(String content) throws IOException {
    Path file = Files.createDirectories(state.resolve("keys")).resolve("initial-admin-password");
    return Files.writeString(file, content);
  }

  private boolean make(String name, String password) {
    return made.add(name + ":" + password);
  }

  @Test
  void isMadeWithThePasswordInTheFileWhichIsThenDeleted() throws IOException {
    Path file = passwordFile("correct horse battery\n");
    new FirstAdministrator(state).createWith(this::make);
    assertThat(made).containsExactly("admin:correct horse battery");
    assertThat(file).doesNotExist();
  }

  @Test
  void isNotMadeWithoutTheFile() {
    new FirstAdministrator(state).createWith(this::make);
    assertThat(made).isEmpty();
  }

  @Test
  void isNotMadeWithAnEmptyFile() throws IOException {
    passwordFile("\n");
    new FirstAdministrator(state).createWith(this::make);
    assertThat(made).isEmpty();
  }

  @Test
  void theFileStaysWhenUsersExist() throws IOException {
    Path file = passwordFile("correct horse battery");
    new FirstAdministrator(state).createWith((name, password) -> false);
    assertThat(file).exists();
  }
}
