package org.comuta.backup;

import java.time.DayOfWeek;
import java.util.List;
import org.comuta.description.Described;
import org.comuta.description.Field;
import org.comuta.description.OnlyWhen;
import org.comuta.description.Section;
import org.comuta.description.Syntax;
import org.comuta.description.Unit;
import org.comuta.secret.Secret;

/**
 * When backups are made by themselves, and where they go. Operational: a change counts at once.
 * Immutable.
 *
 * @param time of the day, {@code HH:MM}
 * @param weekdays on which of them; none is every day
 * @param dayOfMonth a month that is shorter has its last day
 * @param timeZone of the time; empty for that of the server
 * @param parts words of the parts; none is all
 * @param folder absolute, or within the folder of backups of the server's state; on a server, from
 *     where its user begins
 * @param port 0 for the usual one of the protocol
 * @param privateKey in the form of OpenSSH or PEM, in place of a password
 * @param fingerprint SHA-256 of the host key ({@code SHA256:…} as OpenSSH shows it), or of the
 *     certificate in hexadecimal digits
 * @param keepCount how many are kept there; 0 for all
 * @param keepDays for how many days they are kept there; 0 for ever
 * @param timeLimit seconds that one backup may take
 */
@Described(kind = "backup-schedule", path = "backup-schedules")
public record BackupSchedule(
    @Field(required = true, syntax = Syntax.NAME, maxLength = 48) String name,
    @Field(defaultValue = "true") boolean enabled,
    @Field String description,
    @Field(defaultValue = "DAILY", section = Section.TIMES) Rhythm rhythm,
    @Field(defaultValue = "03:00", maxLength = 5, section = Section.TIMES) String time,
    @Field(section = Section.TIMES, onlyWhen = @OnlyWhen(field = "rhythm", is = "WEEKLY"))
        List<DayOfWeek> weekdays,
    @Field(
            defaultValue = "1",
            min = 1,
            max = 31,
            section = Section.TIMES,
            onlyWhen = @OnlyWhen(field = "rhythm", is = "MONTHLY"))
        int dayOfMonth,
    @Field(maxLength = 64, syntax = Syntax.TIME_ZONE, section = Section.TIMES) String timeZone,
    @Field(maxLength = 100, section = Section.CONTENT) List<String> parts,
    @Field(section = Section.CONTENT, maxLength = 128) Secret passphrase,
    @Field(defaultValue = "FOLDER", section = Section.STORAGE) Destination destination,
    @Field(
            maxLength = 255,
            syntax = Syntax.HOST,
            section = Section.STORAGE,
            address = true,
            onlyWhen =
                @OnlyWhen(
                    field = "destination",
                    is = {"SFTP", "FTP", "FTPS"}))
        String host,
    @Field(
            defaultValue = "0",
            min = 0,
            max = 65_535,
            section = Section.STORAGE,
            onlyWhen =
                @OnlyWhen(
                    field = "destination",
                    is = {"SFTP", "FTP", "FTPS"}))
        int port,
    @Field(
            maxLength = 128,
            section = Section.STORAGE,
            onlyWhen =
                @OnlyWhen(
                    field = "destination",
                    is = {"SFTP", "FTP", "FTPS"}))
        String userName,
    @Field(
            maxLength = 255,
            section = Section.STORAGE,
            onlyWhen =
                @OnlyWhen(
                    field = "destination",
                    is = {"SFTP", "FTP", "FTPS"}))
        Secret password,
    @Field(
            maxLength = 16_384,
            syntax = Syntax.PRIVATE_KEY,
            section = Section.STORAGE,
            onlyWhen = @OnlyWhen(field = "destination", is = "SFTP"))
        Secret privateKey,
    @Field(
            maxLength = 128,
            section = Section.STORAGE,
            onlyWhen =
                @OnlyWhen(
                    field = "destination",
                    is = {"SFTP", "FTPS"}))
        String fingerprint,
    @Field(maxLength = 255, section = Section.STORAGE) String folder,
    @Field(
            defaultValue = "true",
            section = Section.STORAGE,
            expert = true,
            onlyWhen =
                @OnlyWhen(
                    field = "destination",
                    is = {"FTP", "FTPS"}))
        boolean passive,
    @Field(defaultValue = "14", min = 0, max = 10_000, section = Section.STORAGE) int keepCount,
    @Field(defaultValue = "0", min = 0, max = 36_500, unit = Unit.DAYS, section = Section.STORAGE)
        int keepDays,
    @Field(
            defaultValue = "600",
            min = 10,
            max = 21_600,
            unit = Unit.SECONDS,
            section = Section.LIMITS,
            expert = true)
        int timeLimit) {

  /** How often. */
  public enum Rhythm {
    DAILY,
    WEEKLY,
    MONTHLY
  }

  /** Where to. */
  public enum Destination {
    FOLDER,
    SFTP,
    FTP,
    FTPS
  }

  public BackupSchedule {
    weekdays = List.copyOf(weekdays);
    parts = List.copyOf(parts);
  }
}
