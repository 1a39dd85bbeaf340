package org.comuta.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.comuta.portal.PreferencesPage.Zone;
import org.junit.jupiter.api.Test;

class PreferencesPageTest {
  @Test
  void zonesArePlacesWithTheirDistanceFromUtcNow() {
    List<Zone> zones = PreferencesPage.zones(Instant.parse("2026-01-15T12:00:00Z"));
    assertThat(zones)
        .contains(
            new Zone("America/Sao_Paulo", "America/Sao Paulo (UTC-03:00)"),
            new Zone("Europe/Madrid", "Europe/Madrid (UTC+01:00)"),
            new Zone("UTC", "UTC (UTC)"))
        .allSatisfy(zone -> assertThat(ZoneId.getAvailableZoneIds()).contains(zone.id()));
    assertThat(zones).extracting(Zone::id).doesNotContain("Etc/GMT+3", "EST").isSorted();
  }
}
