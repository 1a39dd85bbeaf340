package org.comuta.live;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.comuta.monitoring.SystemState;
import org.comuta.statistics.Column;
import org.comuta.statistics.FailureClass;
import org.comuta.statistics.Figures;
import org.comuta.statistics.NapState;
import org.comuta.statistics.NapState.Health;
import org.comuta.statistics.NapState.LastFailure;
import org.comuta.statistics.Point;
import org.comuta.statistics.Sample;
import org.jspecify.annotations.Nullable;

/** The JSON that pages draw, as short as it can be: it is sent often. */
final class LiveJson {
  /** So many NAPs are told of. */
  static final int MOST_NAPS = 60;

  /** What a point has after its time, from which a page makes its ratios. */
  private static final List<Column> COLUMNS =
      List.of(
          Column.CALL_SECONDS,
          Column.PEAK_CALLS,
          Column.SEIZURES,
          Column.ANSWERED,
          Column.COMPLETED,
          Column.TALK_MILLIS,
          Column.PROGRESSED,
          Column.POST_DIAL_MILLIS);

  private LiveJson() {}

  static JsonObjectBuilder figures(Figures figures) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("seizures", figures.seizures())
            .add("answered", figures.answered())
            .add("failed", figures.failed())
            .add("peak", figures.peakCalls());
    add(json, "asr", figures.asr());
    add(json, "ner", figures.ner());
    add(json, "acd", figures.acdSeconds());
    add(json, "pdd", figures.pddSeconds());
    return json;
  }

  private static void add(JsonObjectBuilder json, String name, @Nullable Double value) {
    if (value != null) {
      json.add(name, value);
    }
  }

  /** Second since 1970, length, the columns, all failures, those of the user; or only the time. */
  static JsonArrayBuilder point(Point point) {
    JsonArrayBuilder json =
        Json.createArrayBuilder().add(point.at().getEpochSecond()).add(point.seconds());
    Sample sample = point.sample();
    if (sample != null) {
      COLUMNS.forEach(column -> json.add(sample.get(column)));
      json.add(sample.failed()).add(sample.failed(FailureClass.USER));
    }
    return json;
  }

  static JsonArrayBuilder points(Collection<Point> points) {
    JsonArrayBuilder json = Json.createArrayBuilder();
    points.forEach(point -> json.add(point(point)));
    return json;
  }

  /** How many NAPs fare how, and the first of them. */
  static JsonObjectBuilder naps(List<NapState> naps) {
    Map<Health, Integer> counts = new TreeMap<>();
    naps.forEach(nap -> counts.merge(nap.state(), 1, Integer::sum));
    JsonObjectBuilder states = Json.createObjectBuilder();
    counts.forEach((state, count) -> states.add(state.name(), count));
    JsonArrayBuilder shown = Json.createArrayBuilder();
    naps.stream().limit(MOST_NAPS).forEach(nap -> shown.add(nap(nap)));
    return Json.createObjectBuilder()
        .add("total", naps.size())
        .add("states", states)
        .add("naps", shown);
  }

  private static JsonObjectBuilder nap(NapState nap) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("name", nap.name())
            .add("state", nap.state().name())
            .add("calls", nap.calls())
            .add("maxCalls", nap.maxCalls())
            .add("cps", nap.callsPerSecond())
            .add("origin", figures(nap.origin()))
            .add("destination", figures(nap.destination()));
    if (!nap.lastFailures().isEmpty()) {
      LastFailure last = nap.lastFailures().getFirst();
      json.add(
          "failed",
          Json.createObjectBuilder()
              .add("at", last.at().toEpochMilli())
              .add("cause", last.cause())
              .add("status", last.sipStatus()));
    }
    return json;
  }

  static JsonObjectBuilder system(SystemState state) {
    JsonArrayBuilder troubles = Json.createArrayBuilder();
    state.troubles().forEach(trouble -> troubles.add(trouble.name()));
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("startedAt", state.startedAt().toEpochMilli())
            .add("revision", state.revision())
            .add("troubles", troubles)
            .add("diskFree", state.diskFree())
            .add("diskTotal", state.diskTotal())
            .add("memoryUsed", state.memoryUsed())
            .add("memoryMax", state.memoryMax());
    return state.media()
        ? json.add("mediaCalls", state.mediaCalls())
            .add("mediaPorts", state.mediaPorts())
            .add("mediaPortsOfRange", state.mediaPortsOfRange())
        : json.add("mediaCalls", JsonValue.NULL);
  }
}
