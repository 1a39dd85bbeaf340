package org.comuta.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.comuta.identity.Right;
import org.comuta.identity.Role;
import org.junit.jupiter.api.Test;

class RolesOfTheContainerTest {
  private static final Pattern DECLARED =
      Pattern.compile("<security-role>\\s*<role-name>(\\w+)</role-name>");

  @Test
  void everyRoleAndRightIsAWordTheContainerKnows() throws IOException {
    String descriptor = Files.readString(Path.of("src/main/webapp/WEB-INF/web.xml"));
    List<String> declared = DECLARED.matcher(descriptor).results().map(m -> m.group(1)).toList();
    assertThat(declared)
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(
                    Stream.of(Role.values()).map(Role::name),
                    Stream.of(Right.values()).map(Right::name))
                .toList());
  }
}
