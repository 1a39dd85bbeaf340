package org.comuta.portal.backup;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.comuta.access.AccessBean;
import org.comuta.archive.ArchiveException;
import org.comuta.archive.PartChange;
import org.comuta.archive.PartPlan.PartProblem;
import org.comuta.archive.RestoreRequest;
import org.comuta.backup.BackupBean;
import org.comuta.backup.BusyException;
import org.comuta.backup.Restoration;
import org.comuta.configuration.Applied;
import org.comuta.configuration.ConfigurationBean;
import org.comuta.configuration.ConfigurationException;
import org.comuta.configuration.Edit;
import org.comuta.identity.Actor;
import org.comuta.operation.BackupOperations;
import org.comuta.operation.ConfigurationOperations;
import org.comuta.portal.Account;
import org.comuta.portal.Language;
import org.comuta.portal.history.ChangedObject;
import org.comuta.portal.history.Changes;
import org.jspecify.annotations.Nullable;
import org.primefaces.model.file.UploadedFile;

/** The card that restores a backup: first a look at what would change, then the doing. One view. */
@Named
@ViewScoped
public class RestoreBackupPage implements Serializable {
  /** Most objects whose differences are shown. */
  private static final int MOST_SHOWN = 200;

  @Inject private AccessBean access;
  @Inject private BackupBean backups;
  @Inject private BackupOperations operations;
  @Inject private ConfigurationBean configuration;
  @Inject private ConfigurationOperations configurations;
  @Inject private Account account;
  @Inject private Language language;

  private final HeldFile held = new HeldFile();
  private transient @Nullable UploadedFile file;
  private transient String passphrase = "";
  private List<String> parts = List.of();
  private boolean keepAddresses;
  private boolean apply;
  private String comment = "";
  private String problem = "";
  private transient @Nullable Restoration restoration;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public RestoreBackupPage() {}

  @PostConstruct
  void open() {
    parts = backups.parts();
  }

  @PreDestroy
  void leave() {
    held.discard();
  }

  /** Says what restoring the file that was sent would do. */
  public void look() {
    restoration = null;
    problem = "";
    UploadedFile sent = file;
    try {
      if (sent != null && sent.getSize() > 0) {
        held.take(sent, backups.spool());
      }
      if (!held.isThere()) {
        problem = language.text("backup.file.none");
      } else {
        run(true);
      }
    } catch (IOException failed) {
      problem = language.text("backup.failed");
    }
  }

  /** Does it. */
  public void restore() {
    restoration = null;
    problem = "";
    run(false);
    if (restoration != null && restoration.restored()) {
      held.discard();
    }
  }

  /** Forgets the file. */
  public void cancel() {
    held.discard();
    restoration = null;
    problem = "";
  }

  private void run(boolean dryRun) {
    if (!BackupOperations.isAllowed(account.getRights())) {
      return;
    }
    Actor actor = account.actor();
    RestoreRequest request =
        new RestoreRequest(actor.name(), actor.address(), comment.strip(), keepAddresses);
    try (InputStream in = held.open()) {
      Restoration done =
          operations.restore(
              in, passphrase.isEmpty() ? null : passphrase, Set.copyOf(parts), request, dryRun);
      restoration = done;
      if (done.restored() && apply) {
        Applied applied = configurations.apply(Edit.by(account.editor()).because(comment.strip()));
        problem = applied.warnings().isEmpty() ? "" : language.text("backup.warnings");
      }
    } catch (ArchiveException refused) {
      problem = language.text("backup.refused." + refused.reason()) + " " + refused.getMessage();
    } catch (BusyException busy) {
      problem = language.text("backup.busy");
    } catch (ConfigurationException refused) {
      problem = String.valueOf(refused.getMessage());
    } catch (IOException failed) {
      problem = language.text("backup.failed");
    }
  }

  /** What came of the last look or restoration; null before. */
  public @Nullable Restoration getRestoration() {
    return restoration;
  }

  /** Whether the restoration put the access lists on trial, and somebody has to confirm them. */
  public boolean isAccessOnTrial() {
    Restoration done = restoration;
    return done != null && done.restored() && access.latest().trial() != null;
  }

  /** Whether the file can be restored now. */
  public boolean isReady() {
    Restoration looked = restoration;
    return looked != null && !looked.restored() && looked.problems().isEmpty() && held.isThere();
  }

  /** Why nothing came of it; empty otherwise. */
  public String getProblem() {
    return problem;
  }

  /** The first of what is wrong. */
  public List<PartProblem> getProblems() {
    Restoration looked = restoration;
    return looked == null ? List.of() : looked.problems().stream().limit(MOST_SHOWN).toList();
  }

  /** The first of what changes. */
  public List<ChangedObject> getChanges() {
    Restoration looked = restoration;
    if (looked == null || looked.restored()) {
      return List.of();
    }
    Changes changes = new Changes(configuration.catalogue(), language.getLocale());
    return looked.changes().stream()
        .limit(MOST_SHOWN)
        .map(one -> PartChanges.asObject(changes, one, language))
        .toList();
  }

  /** How many objects change that are not shown. */
  public int getMore() {
    Restoration looked = restoration;
    return looked == null ? 0 : Math.max(0, looked.changes().size() - MOST_SHOWN);
  }

  /** How many objects of a part become that. */
  public long count(Restoration.Part part, String change) {
    return part.count(PartChange.Change.valueOf(change));
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

  public List<String> getParts() {
    return parts;
  }

  public void setParts(@Nullable List<String> parts) {
    this.parts = parts == null ? List.of() : new ArrayList<>(parts);
  }

  public boolean isKeepAddresses() {
    return keepAddresses;
  }

  public void setKeepAddresses(boolean keepAddresses) {
    this.keepAddresses = keepAddresses;
  }

  public boolean isApply() {
    return apply;
  }

  public void setApply(boolean apply) {
    this.apply = apply;
  }

  public String getComment() {
    return comment;
  }

  public void setComment(@Nullable String comment) {
    this.comment = comment == null ? "" : comment;
  }
}
