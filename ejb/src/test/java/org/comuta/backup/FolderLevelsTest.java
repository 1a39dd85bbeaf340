package org.comuta.backup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FolderLevelsTest {
  @Test
  void theLevelsOfAFolder() {
    assertThat(FolderLevels.of("")).containsExactly("");
    assertThat(FolderLevels.of("/")).containsExactly("/");
    assertThat(FolderLevels.of("a/b/")).containsExactly("", "a", "a/b");
    assertThat(FolderLevels.of("/a//b")).containsExactly("/", "/a", "/a/b");
  }

  @Test
  void whatIsInAFolder() {
    assertThat(FolderLevels.join("", "x")).isEqualTo("x");
    assertThat(FolderLevels.join("/", "x")).isEqualTo("/x");
    assertThat(FolderLevels.join("a/", "x")).isEqualTo("a/x");
    assertThat(FolderLevels.join("a", "x")).isEqualTo("a/x");
    assertThat(FolderLevels.name("/a/x")).isEqualTo("x");
    assertThat(FolderLevels.name("x")).isEqualTo("x");
  }
}
