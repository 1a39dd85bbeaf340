package org.comuta.backup;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.comuta.archive.ArchiveException;
import org.comuta.archive.ArchiveException.Reason;
import org.comuta.archive.BackupPart;
import org.comuta.archive.PartInput;
import org.comuta.archive.PartOutput;
import org.comuta.archive.PartPlan;
import org.comuta.archive.RestoreRequest;
import org.comuta.configuration.ConfigurationBean;
import org.comuta.configuration.Exported;
import org.comuta.configuration.ImportMode;
import org.comuta.configuration.ImportObject;
import org.comuta.configuration.ImportRequest;
import org.comuta.description.Catalogue;
import org.comuta.description.FieldDescription;
import org.comuta.description.Json;
import org.comuta.description.ObjectDescription;
import org.comuta.provisioning.ConfigurationFile;
import org.comuta.provisioning.ConfigurationFileReader;
import org.comuta.provisioning.FileException;
import org.comuta.provisioning.FileReading;
import org.comuta.secret.Secret;

/**
 * The configuration as saved last, without its history, as the file that export makes: it can be
 * imported by itself. Restored, it is a new revision, which apply makes live. Any thread.
 */
@Dependent
public class ConfigurationPart implements BackupPart {
  private static final String FILE = "configuration.yaml";
  private static final int LARGEST = 512 << 20;
  private static final int MOST_OBJECTS = 5_000_000;

  @Inject private ConfigurationBean configuration;
  @Inject private Catalogue catalogue;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public ConfigurationPart() {}

  @Override
  public String name() {
    return "configuration";
  }

  @Override
  public int order() {
    return LAST; // in a transaction of its own: nothing may fail after it
  }

  @Override
  public void write(PartOutput out) throws IOException {
    Set<String> kinds = new TreeSet<>();
    catalogue.kinds().forEach(kind -> kinds.add(kind.description().kind()));
    Exported exported = configuration.export(kinds, out.passphrase() != null);
    try (OutputStream file = out.file(FILE)) {
      file.write(
          ConfigurationFile.of(catalogue, kinds, exported.objects(), out.passphrase())
              .yaml()
              .getBytes(StandardCharsets.UTF_8));
    }
  }

  @Override
  public PartPlan plan(PartInput in, RestoreRequest request) throws IOException, ArchiveException {
    if (in.octets(FILE) > LARGEST) {
      throw new ArchiveException(Reason.TOO_LARGE, "The configuration is too large.");
    }
    FileReading read;
    try (InputStream file = in.file(FILE)) {
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      read = ConfigurationFileReader.read(catalogue, text, in.passphrase(), MOST_OBJECTS);
    } catch (FileException malformed) {
      throw new ArchiveException(
          Reason.FORMAT,
          "The configuration cannot be read, line %d: %s"
              .formatted(malformed.line(), malformed.getMessage()));
    }
    List<String> notes = new ArrayList<>();
    ImportRequest given = read.request(ImportMode.REPLACE, request.keepAddresses(), true);
    ImportRequest dry =
        new ImportRequest(
            withoutLostSecrets(given.objects(), notes),
            given.kinds(),
            given.problems(),
            given.mode(),
            given.keepAddresses(),
            true);
    return new ConfigurationPlan(configuration, dry, notes, request);
  }

  /** Secrets that are neither in the file nor here are empty, instead of not being taken. */
  private List<ImportObject> withoutLostSecrets(List<ImportObject> objects, List<String> notes) {
    Map<String, ObjectDescription<?>> secretive = new java.util.HashMap<>();
    catalogue.kinds().stream()
        .map(kind -> kind.description())
        .filter(one -> one.fields().stream().anyMatch(FieldDescription::secret))
        .forEach(one -> secretive.put(one.kind(), one));
    if (secretive.isEmpty()) {
      return objects;
    }
    Set<String> here = new TreeSet<>();
    configuration
        .export(secretive.keySet(), false)
        .objects()
        .forEach(
            object ->
                object
                    .body()
                    .forEach(
                        (field, value) -> {
                          if (Json.value(Secret.MASK).equals(value)) {
                            here.add(Secret.place(object.kind(), object.name(), field));
                          }
                        }));
    return objects.stream()
        .map(
            object -> {
              ObjectDescription<?> description = secretive.get(object.kind());
              return description == null ? object : settled(object, description, here, notes);
            })
        .toList();
  }

  private static ImportObject settled(
      ImportObject object, ObjectDescription<?> description, Set<String> here, List<String> notes) {
    JsonObjectBuilder fields = Json.object(object.fields());
    for (FieldDescription field : description.fields()) {
      if (field.secret()
          && Json.value(Secret.MASK).equals(object.fields().get(field.name()))
          && !here.contains(Secret.place(object.kind(), object.name(), field.name()))) {
        fields.add(field.name(), "");
        notes.add(
            "%s %s: %s becomes empty, for a backup without passphrase has no secrets."
                .formatted(object.kind(), object.name(), field.name()));
      }
    }
    return new ImportObject(
        object.kind(), object.name(), fields.build(), object.line(), object.lines());
  }
}
