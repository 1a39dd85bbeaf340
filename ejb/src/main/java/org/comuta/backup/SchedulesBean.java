package org.comuta.backup;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.comuta.configuration.Listing;
import org.comuta.configuration.SecretFields;
import org.comuta.configuration.StoredObject;
import org.comuta.description.Catalogue;
import org.comuta.description.Json;
import org.comuta.description.Parsed;
import org.comuta.description.Problem;
import org.comuta.secret.Secret;
import org.comuta.secret.SecretCipher;
import org.comuta.secret.Secrets;
import org.jspecify.annotations.Nullable;

/** Schedules of backups and what they made, in transactions. Any thread. */
@Stateless
public class SchedulesBean {
  /** Word for one of them. */
  public static final String KIND = ScheduleRules.KIND.description().kind();

  static final Catalogue CATALOGUE = new Catalogue(List.of(ScheduleRules.KIND));

  @PersistenceContext(unitName = "comuta")
  private EntityManager entities;

  @Inject private Secrets secrets;
  @Inject private BackupBean backups;

  private final Clock clock = Clock.systemUTC();

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public SchedulesBean() {}

  /** What became of a wish to save one. */
  public record Saving(boolean created, @Nullable StoredSchedule saved, List<Problem> problems) {}

  /** A moment that has come. */
  public record Due(BackupSchedule schedule, Instant moment) {}

  private ScheduleStore store() {
    return new ScheduleStore(entities);
  }

  private SecretFields fields() {
    return new SecretFields(CATALOGUE, secrets);
  }

  /** All of them, by name. */
  public List<StoredSchedule> all() {
    return store().all().stream().map(this::view).toList();
  }

  /** The one of this name. */
  public Optional<StoredSchedule> find(String name) {
    return Optional.ofNullable(store().find(name)).map(this::view);
  }

  private StoredSchedule view(ScheduleEntity entity) {
    JsonObject body = Json.parse(entity.body);
    BackupSchedule schedule = read(body);
    List<RunEntity> last = store().runs(entity.name, 0, 1);
    return new StoredSchedule(
        schedule,
        fields().masked(KIND, body),
        schedule.enabled()
            ? new Moments(schedule, ZoneId.systemDefault()).after(clock.instant())
            : null,
        last.isEmpty() ? null : last.getFirst().view());
  }

  private static BackupSchedule read(JsonObject body) {
    Parsed<BackupSchedule> parsed = ScheduleRules.KIND.description().parseStored(body);
    BackupSchedule schedule = parsed.object();
    if (schedule == null) {
      throw new IllegalStateException("a stored schedule cannot be read: " + parsed.problems());
    }
    return schedule;
  }

  /** What is wrong with a schedule of this body; empty when nothing is. */
  public List<Problem> problems(String name, JsonObject given) {
    Parsed<BackupSchedule> parsed = parse(name, given);
    BackupSchedule schedule = parsed.object();
    if (schedule == null) {
      return parsed.problems();
    }
    List<Problem> problems = new ArrayList<>(backups.scheduleRules().check(schedule));
    if (schedule.passphrase().isPlain()
        && !SecretCipher.isPassphrase(opened(schedule, "passphrase", schedule.passphrase()))) {
      problems.add(
          new Problem(
              "passphrase",
              "syntax",
              "passphrase must have %d to %d printable characters of ASCII."
                  .formatted(SecretCipher.SHORTEST_PASSPHRASE, SecretCipher.LONGEST_PASSPHRASE)));
    }
    return problems;
  }

  private static Parsed<BackupSchedule> parse(String name, JsonObject given) {
    return ScheduleRules.KIND.description().parse(Json.object(given).add("name", name).build());
  }

  /** Makes the schedule what the body says, with defaults for what it does not say, at once. */
  public Saving save(String name, JsonObject given) {
    List<Problem> problems = problems(name, given);
    BackupSchedule schedule = parse(name, given).object();
    if (schedule == null || !problems.isEmpty()) {
      return new Saving(false, null, problems);
    }
    boolean created = store().find(name) == null;
    JsonObject body = settled(name, schedule);
    store().put(name, body.toString(), clock.instant());
    return new Saving(created, find(name).orElseThrow(), List.of());
  }

  /** Deletes one; false when there is none. */
  public boolean delete(String name) {
    return store().delete(name);
  }

  /**
   * All of them for a file.
   *
   * @param withSecrets secrets as they are, to be encrypted at once; else they are masked
   */
  public List<StoredObject> export(boolean withSecrets) {
    SecretFields fields = fields();
    return store().all().stream()
        .map(entity -> new StoredObject(KIND, entity.name, 0, Json.parse(entity.body)))
        .map(one -> withSecrets ? fields.opened(one) : fields.masked(one))
        .toList();
  }

  /** What a schedule made, the last one first. */
  public Listing<BackupRun> runs(String name, int offset, int limit) {
    return new Listing<>(
        store().runs(name, offset, limit).stream().map(RunEntity::view).toList(),
        store().countRuns(name));
  }

  /** The schedule with its secrets, to be used at once. */
  public TargetAccess access(BackupSchedule schedule) {
    return new TargetAccess(
        schedule,
        opened(schedule, "password", schedule.password()),
        opened(schedule, "privateKey", schedule.privateKey()),
        backups.localFolder());
  }

  /**
   * The same for one that is not saved, its secrets those of the saved one where it gives none.
   * Only without {@link #problems}.
   */
  public TargetAccess access(String name, JsonObject given) {
    BackupSchedule schedule = parse(name, given).object();
    if (schedule == null) {
      throw new IllegalArgumentException("a schedule with problems");
    }
    return access(read(settled(name, schedule)));
  }

  private JsonObject settled(String name, BackupSchedule schedule) {
    ScheduleEntity before = store().find(name);
    return fields()
        .settled(
            KIND,
            name,
            ScheduleRules.KIND.description().toJson(schedule),
            before == null ? null : Json.parse(before.body));
  }

  /** The passphrase of its backups; null for none. */
  public @Nullable String passphrase(BackupSchedule schedule) {
    String passphrase = opened(schedule, "passphrase", schedule.passphrase());
    return passphrase.isEmpty() ? null : passphrase;
  }

  private String opened(BackupSchedule schedule, String field, Secret secret) {
    return secret.open(secrets, Secret.place(KIND, schedule.name(), field));
  }

  /**
   * Those whose time has come, which this server takes. What came while no server ran comes once.
   */
  public List<Due> claimDue(Instant now) {
    return store().all().stream()
        .map(entity -> due(entity, now))
        .flatMap(Optional::stream)
        .filter(due -> store().claim(due.schedule().name(), due.moment()))
        .toList();
  }

  private static Optional<Due> due(ScheduleEntity entity, Instant now) {
    BackupSchedule schedule = read(Json.parse(entity.body));
    if (!schedule.enabled()) {
      return Optional.empty();
    }
    Instant last = new Moments(schedule, ZoneId.systemDefault()).until(now);
    return last.isAfter(entity.handledUntil)
        ? Optional.of(new Due(schedule, last))
        : Optional.empty();
  }

  /** Names of those that are enabled and whose last backup, if any, is not done. */
  public Set<String> behind() {
    return store().all().stream()
        .filter(entity -> read(Json.parse(entity.body)).enabled())
        .map(entity -> entity.name)
        .filter(name -> !store().isDone(name))
        .collect(Collectors.toSet());
  }

  /** Writes down that a backup begins; its number. */
  public long begin(String schedule, String node, String requestedBy) {
    return store().begin(schedule, node, requestedBy, clock.instant()).id;
  }

  /** Writes down what came of it. */
  public void end(long run, BackupRun.Result result) {
    store().end(run, result, clock.instant());
  }

  /** Writes down that what this server left running has failed; the schedules of those runs. */
  public Set<String> abandon(String node) {
    return store().abandon(node, clock.instant());
  }
}
