package org.comuta.portal.table;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.comuta.call.CallState;
import org.comuta.call.CallView;
import org.comuta.call.MediaRecord;
import org.comuta.identity.Right;
import org.comuta.listing.Order;
import org.comuta.listing.Selection;
import org.comuta.nap.MediaMode;
import org.comuta.operation.LiveCallOperations;
import org.comuta.portal.Quality;
import org.comuta.portal.table.LiveCallsTable.LiveCall;
import org.jspecify.annotations.Nullable;

/** Live calls, the newest first. */
@ApplicationScoped
public class LiveCallsTable implements TableDefinition<LiveCall> {
  /** Its name, the word of the API. */
  public static final String ID = "calls";

  /**
   * A call with how its media is now.
   *
   * @param media null when nobody tells
   */
  public record LiveCall(CallView call, @Nullable MediaRecord media) {}

  @Inject private LiveCallOperations calls;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public LiveCallsTable() {}

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Right needed() {
    return Right.SEE_MONITORING;
  }

  @Override
  public List<Column<LiveCall>> columns(Words words) {
    return List.of(
        Column.<LiveCall>of(words, "state", "call.state", Filter.CHOICE, one -> one.call().state())
            .choices(words.choices("state.", CallState.values()))
            .styled(one -> "tag state-" + one.call().state()),
        Column.of(
            words, "startedAt", "call.startedAt", Filter.MOMENT, one -> one.call().startedAt()),
        Column.of(words, "lasting", "call.lasting", Filter.NUMBER, one -> lasting(one.call())),
        Column.of(
            words,
            "callingNumber",
            "call.callingNumber",
            Filter.TEXT,
            one -> one.call().callingNumber()),
        Column.of(
            words,
            "calledNumber",
            "call.calledNumber",
            Filter.TEXT,
            one -> one.call().calledNumber()),
        Column.of(words, "originNap", "call.originNap", Filter.TEXT, one -> one.call().originNap()),
        Column.of(words, "route", "call.route", Filter.TEXT, one -> one.call().route()),
        Column.of(
            words,
            "destinationNap",
            "call.destinationNap",
            Filter.TEXT,
            one -> one.call().destinationNap()),
        Column.<LiveCall>of(
                words, "mos", "media.mos", Filter.NONE, one -> Quality.worstMos(one.media()))
            .shownAs(one -> Quality.mos(one.media(), words.locale()))
            .titled(one -> Quality.legs(one.media(), words.locale()))
            .width(Column.Width.NARROW)
            .unsorted(),
        Column.<LiveCall>of(
                words, "loss", "media.loss", Filter.NONE, one -> Quality.worstLoss(one.media()))
            .shownAs(one -> Quality.loss(one.media(), words.locale()))
            .width(Column.Width.NARROW)
            .unsorted(),
        Column.of(
            words,
            "answeredAt",
            "record.answeredAt",
            Filter.MOMENT,
            one -> one.call().answeredAt()),
        Column.<LiveCall>of(
                words, "mediaMode", "media.mode", Filter.CHOICE, one -> one.call().mediaMode())
            .choices(
                Arrays.stream(MediaMode.values())
                    .map(mode -> new Choice(mode.name(), mode.name()))
                    .toList()),
        Column.<LiveCall>of(
                words, "revision", "record.revision", Filter.NUMBER, one -> one.call().revision())
            .shownAs(one -> Long.toString(one.call().revision())),
        Column.of(words, "callId", "record.callId", Filter.TEXT, one -> one.call().callId()));
  }

  private static Duration lasting(CallView call) {
    Duration lasting = Duration.between(call.startedAt(), Instant.now());
    return lasting.isNegative() ? Duration.ZERO : lasting;
  }

  private static @Nullable Object value(CallView call, String field) {
    return switch (field) {
      case "state" -> call.state();
      case "startedAt" -> call.startedAt();
      case "lasting" -> lasting(call);
      case "callingNumber" -> call.callingNumber();
      case "calledNumber" -> call.calledNumber();
      case "originNap" -> call.originNap();
      case "route" -> call.route();
      case "destinationNap" -> call.destinationNap();
      case "answeredAt" -> call.answeredAt();
      case "mediaMode" -> call.mediaMode();
      case "revision" -> call.revision();
      case "callId" -> call.callId();
      default -> throw new IllegalArgumentException("Calls have no field " + field);
    };
  }

  @Override
  public List<String> standardColumns() {
    return List.of(
        "state",
        "startedAt",
        "lasting",
        "callingNumber",
        "calledNumber",
        "originNap",
        "route",
        "destinationNap",
        "mos",
        "loss");
  }

  @Override
  public @Nullable Order standardOrder() {
    return null;
  }

  @Override
  public String key(LiveCall one) {
    return one.call().callId();
  }

  /** Media is asked for where it is shown, and no further. */
  @Override
  public Found<LiveCall> find(Selection selection, int offset, int limit) {
    Found<CallView> page =
        Found.part(selection.of(calls.all(), LiveCallsTable::value), offset, limit);
    return new Found<>(withMedia(page.rows()), page.total());
  }

  private List<LiveCall> withMedia(List<CallView> shown) {
    Map<String, MediaRecord> media =
        calls.media(
            shown.stream()
                .filter(call -> call.mediaMode() == MediaMode.BRIDGE)
                .map(CallView::callId)
                .toList());
    return shown.stream().map(call -> new LiveCall(call, media.get(call.callId()))).toList();
  }

  @Override
  public void forEach(Selection selection, int most, Predicate<LiveCall> each) {
    for (var row : find(selection, 0, most).rows()) {
      if (!each.test(row)) {
        return;
      }
    }
  }
}
