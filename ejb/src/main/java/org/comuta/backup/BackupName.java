package org.comuta.backup;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.comuta.archive.Manifest;

/** Names of the files that backups are kept in. */
public final class BackupName {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  private BackupName() {}

  /** Such as {@code comuta-node1-20260131-080000.tar.gz}: of which server, and when, in UTC. */
  public static String of(Manifest manifest) {
    return "comuta-%s-%s.tar.gz"
        .formatted(
            manifest.node().replaceAll("[^A-Za-z0-9._-]", "-"), MOMENT.format(manifest.madeAt()));
  }
}
