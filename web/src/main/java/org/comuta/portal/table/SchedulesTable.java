package org.comuta.portal.table;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.comuta.backup.BackupRun;
import org.comuta.backup.BackupSchedule;
import org.comuta.backup.SchedulesBean;
import org.comuta.backup.StoredSchedule;
import org.comuta.identity.Right;
import org.comuta.portal.table.Column.Width;
import org.jspecify.annotations.Nullable;

/** Backups that are made by themselves, by name. Nothing of passwords, keys and passphrases. */
@ApplicationScoped
public class SchedulesTable extends MemoryTable<StoredSchedule> {
  /** Its name, the word of the API. */
  public static final String ID = "backup-schedules";

  @Inject private SchedulesBean schedules;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public SchedulesTable() {}

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Right needed() {
    return Right.SEE_ADMINISTRATION;
  }

  @Override
  public boolean personal() {
    return false;
  }

  @Override
  List<StoredSchedule> all() {
    return schedules.all();
  }

  @Override
  public List<Column<StoredSchedule>> columns(Words words) {
    return List.of(
        Column.<StoredSchedule>of(
                words, "name", "schedule.name", Filter.TEXT, one -> one.schedule().name())
            .styled(one -> "strong")
            .titled(one -> words.shown(one.schedule().description()))
            .linked(SchedulesTable::address),
        Column.<StoredSchedule>of(
                words, "rhythm", "schedule.when", Filter.CHOICE, one -> one.schedule().rhythm())
            .width(Width.FLEXIBLE)
            .choices(words.choices("schedule.rhythm.", BackupSchedule.Rhythm.values()))
            .shownAs(one -> when(one.schedule(), words)),
        Column.<StoredSchedule>of(
                words,
                "destination",
                "schedule.kind",
                Filter.CHOICE,
                one -> one.schedule().destination())
            .width(Width.NARROW)
            .choices(
                Arrays.stream(BackupSchedule.Destination.values())
                    .map(one -> new Choice(one.name(), words.text("schedule.kind." + one)))
                    .toList()),
        Column.of(words, "where", "schedule.where", Filter.TEXT, one -> where(one.schedule())),
        Column.<StoredSchedule>of(
                words, "nextRun", "schedule.next", Filter.MOMENT, StoredSchedule::nextRun)
            .shownAs(
                one ->
                    one.schedule().enabled()
                        ? words.shown(one.nextRun())
                        : words.text("schedule.off")),
        Column.of(words, "lastRun", "schedule.last", Filter.MOMENT, last(BackupRun::startedAt)),
        Column.<StoredSchedule>of(
                words, "outcome", "schedule.outcome", Filter.CHOICE, last(BackupRun::outcome))
            .choices(words.choices("schedule.outcome.", BackupRun.Outcome.values()))
            .styled(one -> one.lastRun() == null ? "" : "tag outcome-" + one.lastRun().outcome()),
        Column.of(words, "detail", "schedule.detail", Filter.TEXT, last(BackupRun::detail))
            .styled(one -> "wrap"),
        Column.<StoredSchedule>of(
                words,
                "enabled",
                "schedule.enabled",
                Filter.CHOICE,
                one -> one.schedule().enabled())
            .width(Width.NARROW)
            .choices(words.truths())
            .styled(one -> one.schedule().enabled() ? "yes" : "no"),
        Column.of(
            words,
            "description",
            "schedule.description",
            Filter.TEXT,
            one -> one.schedule().description()),
        Column.of(words, "fileName", "schedule.file", Filter.TEXT, last(BackupRun::fileName)));
  }

  private static <V> Function<StoredSchedule, @Nullable Object> last(Function<BackupRun, V> value) {
    return one -> one.lastRun() == null ? null : value.apply(one.lastRun());
  }

  private static String address(StoredSchedule one) {
    return "backup-schedule.xhtml?name="
        + URLEncoder.encode(one.schedule().name(), StandardCharsets.UTF_8);
  }

  /** When it is made, in words. */
  private static String when(BackupSchedule schedule, Words words) {
    String days =
        switch (schedule.rhythm()) {
          case DAILY -> words.text("schedule.daily");
          case WEEKLY ->
              schedule.weekdays().isEmpty()
                  ? words.text("schedule.daily")
                  : schedule.weekdays().stream()
                      .map(day -> day(day, words))
                      .collect(Collectors.joining(", "));
          case MONTHLY -> words.text("schedule.monthly") + " " + schedule.dayOfMonth();
        };
    String zone = schedule.timeZone().isEmpty() ? "" : " (" + schedule.timeZone() + ")";
    return days + ", " + schedule.time() + zone;
  }

  private static String day(DayOfWeek day, Words words) {
    return day.getDisplayName(TextStyle.SHORT, words.locale());
  }

  /** Where it goes: a folder, or a host and a folder there. */
  private static String where(BackupSchedule schedule) {
    return schedule.host().isEmpty() || schedule.destination() == BackupSchedule.Destination.FOLDER
        ? schedule.folder()
        : schedule.host() + (schedule.folder().isEmpty() ? "" : ":" + schedule.folder());
  }

  @Override
  public List<String> standardColumns() {
    return List.of("name", "rhythm", "destination", "where", "nextRun", "lastRun", "outcome");
  }

  @Override
  public String key(StoredSchedule one) {
    return one.schedule().name();
  }
}
