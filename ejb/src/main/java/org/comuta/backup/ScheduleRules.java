package org.comuta.backup;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.comuta.backup.BackupSchedule.Destination;
import org.comuta.description.ObjectKind;
import org.comuta.description.Problem;

/**
 * What schedules must be, beyond their single fields. Immutable; any thread.
 *
 * @param parts words of all parts there are
 * @param localFolder where relative folders of this machine begin
 * @param allowedFolders other folders of this machine that may be used, with all in them
 */
public record ScheduleRules(Collection<String> parts, Path localFolder, List<Path> allowedFolders) {
  /** The description of schedules. */
  static final ObjectKind<BackupSchedule> KIND = ObjectKind.of(BackupSchedule.class);

  /** What is wrong with this one; empty when nothing is. */
  List<Problem> check(BackupSchedule schedule) {
    List<Problem> problems = new ArrayList<>();
    if (!schedule.time().matches("([01][0-9]|2[0-3]):[0-5][0-9]")) {
      problems.add(new Problem("time", "syntax", "time must be from 00:00 to 23:59."));
    }
    for (String part : schedule.parts()) {
      if (!parts.contains(part)) {
        String all = String.join(", ", parts);
        problems.add(new Problem("parts", "choice", "parts must be some of " + all + "."));
      }
    }
    if (schedule.destination() == Destination.FOLDER) {
      checkFolder(schedule.folder(), problems);
    } else {
      checkServer(schedule, problems);
    }
    return problems;
  }

  private void checkFolder(String folder, List<Problem> problems) {
    try {
      Path whole = localFolder.resolve(folder).normalize();
      boolean allowed =
          whole.startsWith(localFolder) || allowedFolders.stream().anyMatch(whole::startsWith);
      if (!allowed) {
        problems.add(
            new Problem(
                "folder",
                "choice",
                "folder must be within "
                    + localFolder
                    + (allowedFolders.isEmpty() ? "" : " or one of " + allowedFolders)
                    + "."));
      }
    } catch (InvalidPathException none) {
      problems.add(new Problem("folder", "syntax", "folder must be a path."));
    }
  }

  private static void checkServer(BackupSchedule schedule, List<Problem> problems) {
    required("host", schedule.host(), problems);
    required("userName", schedule.userName(), problems);
    if (schedule.folder().chars().anyMatch(Character::isISOControl)) {
      problems.add(new Problem("folder", "syntax", "folder must be a path."));
    }
    String pattern =
        switch (schedule.destination()) {
          case SFTP -> "(SHA256:[A-Za-z0-9+/]{43})?";
          case FTPS -> "([0-9A-Fa-f]{2}:?){31}[0-9A-Fa-f]{2}|";
          case FTP, FOLDER -> ".*";
        };
    if (!schedule.fingerprint().matches(pattern)) {
      problems.add(
          new Problem(
              "fingerprint",
              "syntax",
              schedule.destination() == Destination.SFTP
                  ? "fingerprint must be SHA256: and 43 characters, as OpenSSH shows it."
                  : "fingerprint must be 64 hexadecimal digits."));
    }
  }

  private static void required(String field, String value, List<Problem> problems) {
    if (value.isEmpty()) {
      problems.add(new Problem(field, "required", field + " is required."));
    }
  }
}
