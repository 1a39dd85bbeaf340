package org.comuta.backup;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.comuta.archive.ArchiveException;
import org.comuta.archive.ArchiveException.Reason;
import org.comuta.archive.BackupPart;
import org.comuta.archive.PartInput;
import org.comuta.archive.PartOutput;
import org.comuta.archive.PartPlan;
import org.comuta.archive.RestoreRequest;
import org.comuta.configuration.StoredObject;
import org.comuta.provisioning.ConfigurationFile;
import org.comuta.provisioning.ConfigurationFileReader;
import org.comuta.provisioning.FileException;

/** The schedules of backups, in backups. Any thread. */
@Dependent
public class SchedulesPart implements BackupPart {
  private static final String FILE = "backup-schedules.yaml";
  private static final int LARGEST = 16 << 20;

  @Inject private SchedulesBean schedules;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public SchedulesPart() {}

  @Override
  public String name() {
    return "backup-schedules";
  }

  @Override
  public int order() {
    return LATER;
  }

  @Override
  public void write(PartOutput out) throws IOException {
    List<StoredObject> objects = schedules.export(out.passphrase() != null);
    try (OutputStream file = out.file(FILE)) {
      file.write(
          ConfigurationFile.of(
                  SchedulesBean.CATALOGUE, Set.of(SchedulesBean.KIND), objects, out.passphrase())
              .yaml()
              .getBytes(StandardCharsets.UTF_8));
    }
  }

  @Override
  public PartPlan plan(PartInput in, RestoreRequest request) throws IOException, ArchiveException {
    if (in.octets(FILE) > LARGEST) {
      throw new ArchiveException(Reason.TOO_LARGE, "The schedules of backups are too large.");
    }
    try (InputStream file = in.file(FILE)) {
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return new SchedulesPlan(
          schedules,
          ConfigurationFileReader.read(SchedulesBean.CATALOGUE, text, in.passphrase()),
          new ArrayList<>());
    } catch (FileException malformed) {
      throw new ArchiveException(
          Reason.FORMAT, "The schedules of backups cannot be read: " + malformed.getMessage());
    }
  }
}
