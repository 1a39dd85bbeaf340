package org.comuta.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.comuta.identity.SettingKinds;
import org.junit.jupiter.api.Test;

class SettingsResourceTest {
  @Test
  void everyKindOfSettingHasItsPath() {
    assertThat(SettingsResource.PATHS)
        .isEqualTo(
            SettingKinds.catalogue().kinds().stream()
                .map(kind -> kind.description().path())
                .collect(Collectors.joining("|")));
  }
}
