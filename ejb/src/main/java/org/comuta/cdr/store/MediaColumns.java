package org.comuta.cdr.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comuta.call.LegMedia;
import org.comuta.call.MediaRecord;
import org.comuta.nap.MediaMode;
import org.jspecify.annotations.Nullable;

/** The columns of {@code call_record} that tell of media. Any thread. */
final class MediaColumns {
  private static final List<String> LEG =
      List.of(
          "codec",
          "media_source",
          "packets_received",
          "octets_received",
          "packets_sent",
          "octets_sent",
          "packets_lost",
          "strangers_dropped",
          "jitter_ms",
          "round_trip_ms",
          "mos");

  private static final String ORIGIN = "origin_";
  private static final String DESTINATION = "destination_";

  static final String NAMES =
      Stream.of(
              Stream.of("media_mode"),
              LEG.stream().map(ORIGIN::concat),
              LEG.stream().map(DESTINATION::concat))
          .flatMap(names -> names)
          .collect(Collectors.joining(", "));

  static final int COUNT = 1 + 2 * LEG.size();

  private MediaColumns() {}

  /**
   * Fills the columns in.
   *
   * @param first place of the first of them
   */
  static void bind(PreparedStatement insert, int first, @Nullable MediaRecord media)
      throws SQLException {
    insert.setString(first, media == null ? null : media.mode().name());
    bindLeg(insert, first + 1, media == null ? null : media.origin());
    bindLeg(insert, first + 1 + LEG.size(), media == null ? null : media.destination());
  }

  private static void bindLeg(PreparedStatement insert, int first, @Nullable LegMedia leg)
      throws SQLException {
    insert.setString(first, leg == null ? null : leg.codec());
    insert.setString(first + 1, leg == null ? null : leg.source());
    insert.setObject(first + 2, leg == null ? null : leg.packetsReceived());
    insert.setObject(first + 3, leg == null ? null : leg.octetsReceived());
    insert.setObject(first + 4, leg == null ? null : leg.packetsSent());
    insert.setObject(first + 5, leg == null ? null : leg.octetsSent());
    insert.setObject(first + 6, leg == null ? null : leg.packetsLost());
    insert.setObject(first + 7, leg == null ? null : leg.strangersDropped());
    insert.setObject(first + 8, leg == null ? null : leg.jitterMillis());
    insert.setObject(first + 9, leg == null ? null : leg.roundTripMillis());
    insert.setObject(first + 10, leg == null ? null : leg.mos());
  }

  static @Nullable MediaRecord read(ResultSet row) throws SQLException {
    String mode = row.getString("media_mode");
    return mode == null
        ? null
        : new MediaRecord(MediaMode.valueOf(mode), leg(row, ORIGIN), leg(row, DESTINATION));
  }

  private static @Nullable LegMedia leg(ResultSet row, String side) throws SQLException {
    String codec = row.getString(side + "codec");
    String source = row.getString(side + "media_source");
    if (codec == null || source == null) {
      return null;
    }
    return new LegMedia(
        codec,
        source,
        row.getLong(side + "packets_received"),
        row.getLong(side + "octets_received"),
        row.getLong(side + "packets_sent"),
        row.getLong(side + "octets_sent"),
        row.getLong(side + "packets_lost"),
        row.getLong(side + "strangers_dropped"),
        row.getDouble(side + "jitter_ms"),
        row.getObject(side + "round_trip_ms", Double.class),
        row.getObject(side + "mos", Double.class));
  }
}
