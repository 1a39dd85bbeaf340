package org.comuta.provisioning;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.comuta.archive.ArchiveException;
import org.comuta.archive.ArchiveException.Reason;
import org.comuta.archive.BackupPart;
import org.comuta.archive.PartInput;
import org.comuta.archive.PartOutput;
import org.comuta.archive.PartPlan;
import org.comuta.archive.RestoreRequest;
import org.comuta.description.Catalogue;
import org.comuta.description.ObjectKind;

/**
 * A part that is the objects of one kind which are no configuration, such as directories: a file as
 * export makes it, secrets encrypted under the passphrase, masked without one. Any thread.
 */
public final class ObjectsPart implements BackupPart {
  private static final int LARGEST = 16 << 20;

  private final String name;
  private final ObjectKind<?> kind;
  private final Catalogue catalogue;
  private final KeptObjects kept;

  public ObjectsPart(String name, ObjectKind<?> kind, KeptObjects kept) {
    this.name = name;
    this.kind = kind;
    this.catalogue = new Catalogue(List.of(kind));
    this.kept = kept;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int order() {
    return LATER;
  }

  private String file() {
    return name + ".yaml";
  }

  @Override
  public void write(PartOutput out) throws IOException {
    ConfigurationFile made =
        ConfigurationFile.of(
            catalogue,
            Set.of(kind.description().kind()),
            kept.all(out.passphrase() != null),
            out.passphrase());
    try (OutputStream file = out.file(file())) {
      file.write(made.yaml().getBytes(StandardCharsets.UTF_8));
    }
  }

  @Override
  public PartPlan plan(PartInput in, RestoreRequest request) throws IOException, ArchiveException {
    if (in.octets(file()) > LARGEST) {
      throw new ArchiveException(Reason.TOO_LARGE, file() + " is too large.");
    }
    try (InputStream file = in.file(file())) {
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return new ObjectsPlan(
          kind.description(),
          kept,
          ConfigurationFileReader.read(catalogue, text, in.passphrase()),
          request);
    } catch (FileException malformed) {
      throw new ArchiveException(
          Reason.FORMAT,
          "%s cannot be read, line %d: %s"
              .formatted(file(), malformed.line(), malformed.getMessage()));
    }
  }
}
