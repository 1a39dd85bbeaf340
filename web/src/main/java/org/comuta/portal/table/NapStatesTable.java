package org.comuta.portal.table;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.comuta.identity.Right;
import org.comuta.live.LiveNapStates;
import org.comuta.portal.personal.PersonalSettings;
import org.comuta.portal.personal.Remembered;
import org.comuta.portal.table.Column.Width;
import org.comuta.statistics.Figures;
import org.comuta.statistics.NapState;
import org.comuta.statistics.NapState.Health;
import org.comuta.statistics.NapState.LastFailure;
import org.comuta.statistics.Period;
import org.jspecify.annotations.Nullable;

/**
 * NAPs and how they fare, those in trouble first. The figures are of the time that the reader chose
 * on the home page.
 */
@ApplicationScoped
public class NapStatesTable extends MemoryTable<NapState> {
  /** Its name. */
  public static final String ID = "nap-states";

  @Inject private LiveNapStates states;
  @Inject private PersonalSettings personal;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public NapStatesTable() {}

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Right needed() {
    return Right.SEE_MONITORING;
  }

  @Override
  public boolean personal() {
    return false;
  }

  /** The time that figures are of, as the reader left it. */
  public Period period() {
    String word = personal.remembered(Remembered.HOME_PERIOD).orElse("");
    for (Period period : Period.values()) {
      if (period.name().equals(word)) {
        return period;
      }
    }
    return Period.FIVE_MINUTES;
  }

  @Override
  List<NapState> all() {
    return states.all(period());
  }

  @Override
  public List<Column<NapState>> columns(Words words) {
    return List.of(
        Column.<NapState>of(words, "state", "napStates.state", Filter.CHOICE, NapState::state)
            .choices(words.choices("napState.", Health.values()))
            .styled(nap -> "tag nap-" + nap.state()),
        Column.of(words, "name", "napStates.nap", Filter.TEXT, NapState::name)
            .styled(nap -> "strong"),
        number(words, "calls", "napStates.calls", nap -> (long) nap.calls()),
        number(words, "maxCalls", "napStates.limit", nap -> limit(nap.maxCalls())),
        number(words, "callsPerSecond", "napStates.cps", NapState::callsPerSecond),
        number(
            words, "maxCallsPerSecond", "napStates.maxCps", nap -> limit(nap.maxCallsPerSecond())),
        number(words, "originSeizures", "napStates.in", nap -> nap.origin().seizures()),
        number(words, "originAsr", "napStates.in.asr", nap -> nap.origin().asr()),
        number(words, "originNer", "napStates.in.ner", nap -> nap.origin().ner()),
        number(words, "originAcd", "napStates.in.acd", nap -> acd(nap.origin())),
        number(words, "destinationSeizures", "napStates.out", nap -> nap.destination().seizures()),
        number(words, "destinationAsr", "napStates.out.asr", nap -> nap.destination().asr()),
        number(words, "destinationNer", "napStates.out.ner", nap -> nap.destination().ner()),
        number(words, "destinationAcd", "napStates.out.acd", nap -> acd(nap.destination())),
        Column.of(words, "keepAlive", "napStates.keepAlive", Filter.TEXT, NapStatesTable::asked),
        Column.of(words, "lastHeardAt", "napStates.heard", Filter.MOMENT, NapState::lastHeardAt),
        Column.<NapState>of(
                words, "lastFailures", "napStates.failed", Filter.TEXT, NapStatesTable::failures)
            .titled(nap -> failures(nap, words)));
  }

  private static Column<NapState> number(
      Words words, String id, String key, Function<NapState, @Nullable Object> value) {
    return Column.<NapState>of(words, id, key, Filter.NUMBER, value).width(Width.SMALL);
  }

  private static @Nullable Long limit(int most) {
    return most == 0 ? null : Long.valueOf(most);
  }

  private static @Nullable Duration acd(Figures figures) {
    Double seconds = figures.acdSeconds();
    return seconds == null ? null : Duration.ofSeconds(Math.round(seconds));
  }

  /** The places that keep-alive asks and that are not active, with why. */
  private static List<String> asked(NapState nap) {
    return nap.keepAlive().stream()
        .filter(place -> !place.reason().isEmpty())
        .map(place -> place.place() + ": " + place.reason())
        .toList();
  }

  /** The words of protocols, which are the same in all languages. */
  private static List<String> failures(NapState nap) {
    return nap.lastFailures().stream().map(NapStatesTable::failure).toList();
  }

  private static String failure(LastFailure failed) {
    return "Q.850 "
        + failed.cause()
        + (failed.sipStatus() == 0 ? "" : ", SIP " + failed.sipStatus());
  }

  private static String failures(NapState nap, Words words) {
    return nap.lastFailures().stream()
        .map(failed -> words.shown(failed.at()) + ": " + failure(failed))
        .collect(Collectors.joining("; "));
  }

  @Override
  public List<String> standardColumns() {
    return List.of(
        "state",
        "name",
        "calls",
        "maxCalls",
        "originSeizures",
        "originAsr",
        "destinationSeizures",
        "destinationAsr",
        "lastHeardAt",
        "lastFailures");
  }

  @Override
  public String key(NapState nap) {
    return nap.name();
  }
}
