package org.comuta.backup;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.comuta.archive.Manifest;
import org.jspecify.annotations.Nullable;

/** Names of the files that backups are kept in. */
public final class BackupName {
  private static final String END = ".tar.gz";
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

  private BackupName() {}

  /** Such as {@code comuta-node1-20260131-080000.tar.gz}: of which server, and when, in UTC. */
  public static String of(Manifest manifest) {
    return "comuta-" + plain(manifest.node()) + "-" + written(manifest.madeAt()) + END;
  }

  private static String plain(String node) {
    return node.replaceAll("[^A-Za-z0-9._-]", "-");
  }

  private static String written(Instant moment) {
    return MOMENT.format(moment.atOffset(ZoneOffset.UTC));
  }

  /** The files that one schedule makes on one server. */
  static final class Series {
    private final String begin;

    Series(String node, String schedule) {
      this.begin = "comuta-" + plain(node) + "-" + schedule + "-";
    }

    /** Such as {@code comuta-node1-nightly-20260131-030000.tar.gz}. */
    String name(Instant moment) {
      return begin + written(moment) + END;
    }

    /** When the backup of this name was made; null when it is none of these. */
    @Nullable Instant moment(String name) {
      if (!name.startsWith(begin) || !name.endsWith(END)) {
        return null;
      }
      String moment =
          name.substring(begin.length(), Math.max(begin.length(), name.length() - END.length()));
      try {
        Instant read = LocalDateTime.parse(moment, MOMENT).toInstant(ZoneOffset.UTC);
        return name(read).equals(name) ? read : null;
      } catch (DateTimeException other) {
        return null;
      }
    }
  }
}
