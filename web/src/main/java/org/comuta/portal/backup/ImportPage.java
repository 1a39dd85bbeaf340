package org.comuta.portal.backup;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.comuta.backup.BackupBean;
import org.comuta.configuration.Change;
import org.comuta.configuration.ConfigurationBean;
import org.comuta.configuration.ConfigurationException;
import org.comuta.configuration.Edit;
import org.comuta.configuration.ImportMode;
import org.comuta.configuration.Imported;
import org.comuta.configuration.InvalidConfigurationException;
import org.comuta.configuration.ObjectProblem;
import org.comuta.configuration.StaleObjectException;
import org.comuta.identity.Right;
import org.comuta.operation.ConfigurationOperations;
import org.comuta.portal.Account;
import org.comuta.portal.Language;
import org.comuta.portal.history.ChangedObject;
import org.comuta.portal.history.Changes;
import org.comuta.provisioning.ConfigurationFileReader;
import org.comuta.provisioning.CsvFile;
import org.comuta.provisioning.FileException;
import org.comuta.provisioning.FileReading;
import org.jspecify.annotations.Nullable;
import org.primefaces.model.file.UploadedFile;

/** The card that imports a file: first a look at what would change, then the doing. One view. */
@Named
@ViewScoped
public class ImportPage implements Serializable {
  private static final int MOST_OCTETS = 16 << 20;
  private static final int MOST_SHOWN = 200;

  @Inject private BackupBean backups;
  @Inject private ConfigurationBean configuration;
  @Inject private ConfigurationOperations operations;
  @Inject private Account account;
  @Inject private Language language;

  private final HeldFile held = new HeldFile();
  private transient @Nullable UploadedFile file;
  private transient String passphrase = "";
  private String kind = "";
  private ImportMode mode = ImportMode.MERGE;
  private boolean keepAddresses;
  private String comment = "";
  private String problem = "";
  private boolean done;
  private transient @Nullable Imported imported;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public ImportPage() {}

  @PostConstruct
  void open() {
    kind = configuration.catalogue().kinds().iterator().next().description().kind();
  }

  @PreDestroy
  void leave() {
    held.discard();
  }

  /** Says what importing the file that was sent would do. */
  public void look() {
    begin();
    UploadedFile sent = file;
    try {
      if (sent != null && sent.getSize() > 0) {
        held.take(sent, backups.spool());
      }
      if (held.isThere()) {
        run(true, Edit.by(account.editor()));
      } else {
        problem = language.text("backup.file.none");
      }
    } catch (IOException failed) {
      problem = language.text("backup.failed");
    }
  }

  /** Saves it as one revision, unless somebody saved something since the look. */
  public void save() {
    Imported looked = imported;
    begin();
    if (looked != null) {
      run(false, Edit.by(account.editor()).because(comment.strip()).expecting(looked.revision()));
    }
    if (done) {
      held.discard();
    }
  }

  /** Forgets the file. */
  public void cancel() {
    begin();
    held.discard();
  }

  private void begin() {
    imported = null;
    problem = "";
    done = false;
  }

  private void run(boolean dryRun, Edit edit) {
    if (!account.may(Right.CONFIGURE)) {
      return;
    }
    try {
      imported = operations.importing(read().request(mode, keepAddresses, dryRun), edit);
      done = !dryRun;
    } catch (FileException malformed) {
      problem =
          malformed.line() == 0
              ? String.valueOf(malformed.getMessage())
              : language.text("import.line")
                  + " "
                  + malformed.line()
                  + ": "
                  + malformed.getMessage();
    } catch (StaleObjectException more) {
      problem = language.text("pending.more");
    } catch (InvalidConfigurationException refused) {
      problem = refused.problems().getFirst().problem().message();
    } catch (ConfigurationException refused) {
      problem = String.valueOf(refused.getMessage());
    } catch (CharacterCodingException broken) {
      problem = language.text("import.utf8");
    } catch (IOException failed) {
      problem = language.text("backup.failed");
    }
  }

  private FileReading read() throws IOException, FileException {
    byte[] octets;
    try (InputStream in = held.open()) {
      octets = in.readNBytes(MOST_OCTETS + 1);
    }
    if (octets.length > MOST_OCTETS) {
      throw new IOException("the file is too large");
    }
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
    return isCsv()
        ? CsvFile.read(configuration.catalogue().kind(kind).orElseThrow().description(), text)
        : ConfigurationFileReader.read(
            configuration.catalogue(), text, passphrase.isEmpty() ? null : passphrase);
  }

  private boolean isCsv() {
    return held.name().toLowerCase(Locale.ROOT).endsWith(".csv");
  }

  /** What came of it; null before, and when nothing did. */
  public @Nullable Imported getImported() {
    return imported;
  }

  /** Whether it was saved. */
  public boolean isDone() {
    return done;
  }

  /** Whether it can be saved now. */
  public boolean isReady() {
    Imported looked = imported;
    return looked != null && !done && looked.problems().isEmpty() && !looked.changes().isEmpty();
  }

  /** Why nothing came of it; empty otherwise. */
  public String getProblem() {
    return problem;
  }

  /** The first of what is wrong. */
  public List<ObjectProblem> getProblems() {
    Imported looked = imported;
    return looked == null ? List.of() : looked.problems().stream().limit(MOST_SHOWN).toList();
  }

  /** The first of what changes. */
  public List<ChangedObject> getChanges() {
    Imported looked = imported;
    return looked == null
        ? List.of()
        : new Changes(configuration.catalogue(), language.getLocale())
            .of(looked.changes().stream().limit(MOST_SHOWN).toList());
  }

  /** How many objects change that are not shown. */
  public int getMore() {
    Imported looked = imported;
    return looked == null ? 0 : Math.max(0, looked.changes().size() - MOST_SHOWN);
  }

  /** How many objects become that. */
  public long count(String change) {
    Imported looked = imported;
    return looked == null ? 0 : looked.count(Change.valueOf(change));
  }

  public ImportMode[] getModes() {
    return ImportMode.values();
  }

  /** Name of the file that is looked at. */
  public String getFileName() {
    return held.name();
  }

  public @Nullable UploadedFile getFile() {
    return file;
  }

  public void setFile(@Nullable UploadedFile file) {
    this.file = file;
  }

  public String getPassphrase() {
    return passphrase;
  }

  public void setPassphrase(@Nullable String passphrase) {
    this.passphrase = passphrase == null ? "" : passphrase;
  }

  public String getKind() {
    return kind;
  }

  public void setKind(String kind) {
    this.kind = kind;
  }

  public ImportMode getMode() {
    return mode;
  }

  public void setMode(ImportMode mode) {
    this.mode = mode;
  }

  public boolean isKeepAddresses() {
    return keepAddresses;
  }

  public void setKeepAddresses(boolean keepAddresses) {
    this.keepAddresses = keepAddresses;
  }

  public String getComment() {
    return comment;
  }

  public void setComment(@Nullable String comment) {
    this.comment = comment == null ? "" : comment;
  }
}
