package org.comuta.portal.table;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.comuta.call.AttemptRecord;
import org.comuta.call.CallRecord;
import org.comuta.call.MediaRecord;
import org.comuta.call.Party;
import org.comuta.cause.Failure;
import org.comuta.cdr.CallRecordsBean;
import org.comuta.cdr.store.CallRecordPage;
import org.comuta.cdr.store.CallRecordQuery;
import org.comuta.identity.Right;
import org.comuta.listing.Order;
import org.comuta.listing.Selection;
import org.comuta.nap.MediaMode;
import org.comuta.portal.Quality;
import org.comuta.portal.RecordText;
import org.comuta.portal.table.Column.Width;
import org.jspecify.annotations.Nullable;

/** Call records, filtered and sorted in the database. */
@ApplicationScoped
public class CallRecordsTable implements TableDefinition<CallRecord> {
  /** Its name, the word of the API. */
  public static final String ID = "cdrs";

  @Inject private CallRecordsBean records;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public CallRecordsTable() {}

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Right needed() {
    return Right.SEE_MONITORING;
  }

  @Override
  public List<Column<CallRecord>> columns(Words words) {
    return List.of(
        Column.of(words, "startedAt", "call.startedAt", Filter.MOMENT, CallRecord::startedAt),
        Column.<CallRecord>of(
                words,
                "answered",
                "record.outcome",
                Filter.CHOICE,
                call -> call.answeredAt() != null)
            .choices(
                List.of(
                    new Choice("true", words.text("record.answered")),
                    new Choice("false", words.text("record.notAnswered"))))
            .styled(call -> call.answeredAt() == null ? "tag failed" : "tag answered")
            .titled(RecordText::failure),
        Column.of(
            words, "billable", "record.billable", Filter.NUMBER, CallRecord::billableDuration),
        Column.of(
            words,
            "callingNumber",
            "call.callingNumber",
            Filter.BEGINNING,
            CallRecord::callingNumber),
        Column.of(
            words, "calledNumber", "call.calledNumber", Filter.BEGINNING, CallRecord::calledNumber),
        Column.of(words, "originNap", "call.originNap", Filter.TEXT, CallRecord::originNap),
        ofAttempt(words, "destinationNap", "call.destinationNap", AttemptRecord::destinationNap),
        ofAttempt(words, "route", "call.route", AttemptRecord::route),
        Column.<CallRecord>of(
                words, "mos", "media.mos", Filter.NUMBER, call -> Quality.worstMos(call.media()))
            .shownAs(call -> Quality.mos(call.media(), words.locale())),
        Column.<CallRecord>of(
                words, "loss", "media.loss", Filter.NUMBER, call -> Quality.worstLoss(call.media()))
            .shownAs(call -> Quality.loss(call.media(), words.locale())),
        Column.<CallRecord>of(
                words,
                "endedBy",
                "record.endedBy",
                Filter.CHOICE,
                call -> call.originRelease().by())
            .choices(words.choices("party.", Party.values())),
        Column.<CallRecord>of(
                words,
                "cause",
                "record.cause",
                Filter.NUMBER,
                call -> call.originRelease().cause().value())
            .titled(call -> RecordText.release(call.originRelease())),
        Column.<CallRecord>of(
                words, "sipStatus", "record.sipStatus", Filter.NUMBER, call -> status(call))
            .titled(call -> RecordText.release(call.originRelease())),
        Column.<CallRecord>of(
                words, "failure", "record.failure", Filter.CHOICE, RecordText::failure)
            .width(Width.FLEXIBLE)
            .choices(words(Failure.values())),
        Column.of(words, "ringingAt", "record.ringingAt", Filter.MOMENT, CallRecord::ringingAt),
        Column.of(words, "answeredAt", "record.answeredAt", Filter.MOMENT, CallRecord::answeredAt),
        Column.of(words, "endedAt", "record.endedAt", Filter.MOMENT, CallRecord::endedAt),
        ofAttempt(
            words,
            "outgoingCallingNumber",
            "record.outgoingCallingNumber",
            AttemptRecord::callingNumber),
        ofAttempt(
            words,
            "outgoingCalledNumber",
            "record.outgoingCalledNumber",
            AttemptRecord::calledNumber),
        Column.of(words, "source", "record.source", Filter.BEGINNING, CallRecord::source),
        Column.of(words, "transport", "record.transport", Filter.TEXT, CallRecord::transport)
            .width(Width.NARROW),
        Column.<CallRecord>of(
                words, "mediaMode", "media.mode", Filter.CHOICE, call -> mode(call.media()))
            .choices(words(MediaMode.values())),
        Column.<CallRecord>of(
                words, "revision", "record.revision", Filter.NUMBER, CallRecord::revision)
            .shownAs(call -> Long.toString(call.revision())),
        Column.of(words, "callId", "record.callId", Filter.BEGINNING, CallRecord::callId),
        Column.of(
            words,
            "originProtocolCallId",
            "record.originProtocolCallId",
            Filter.BEGINNING,
            CallRecord::originProtocolCallId),
        Column.of(words, "id", "record.id", Filter.BEGINNING, CallRecord::id));
  }

  private static Column<CallRecord> ofAttempt(
      Words words, String id, String key, Function<AttemptRecord, String> value) {
    return Column.of(
        words,
        id,
        key,
        id.endsWith("Number") ? Filter.BEGINNING : Filter.TEXT,
        call -> {
          AttemptRecord attempt = call.lastAttempt();
          return attempt == null ? null : value.apply(attempt);
        });
  }

  private static List<Choice> words(Enum<?>... words) {
    return Arrays.stream(words).map(word -> new Choice(word.name(), word.name())).toList();
  }

  private static @Nullable Integer status(CallRecord call) {
    int status = call.originRelease().sipStatus();
    return status == 0 ? null : status;
  }

  private static @Nullable MediaMode mode(@Nullable MediaRecord media) {
    return media == null ? null : media.mode();
  }

  @Override
  public List<String> standardColumns() {
    return List.of(
        "startedAt",
        "answered",
        "billable",
        "callingNumber",
        "calledNumber",
        "originNap",
        "destinationNap",
        "mos",
        "loss",
        "endedBy",
        "cause");
  }

  @Override
  public Order standardOrder() {
    return new Order("startedAt", true);
  }

  @Override
  public String key(CallRecord call) {
    return call.id();
  }

  @Override
  public Found<CallRecord> find(Selection selection, int offset, int limit) {
    CallRecordPage page = records.page(CallRecordQuery.of(selection), offset, limit);
    return new Found<>(page.items(), page.total());
  }

  @Override
  public void forEach(Selection selection, int most, Predicate<CallRecord> each) {
    records.forEach(CallRecordQuery.of(selection), most, each);
  }
}
