package org.comuta.portal.backup;

import jakarta.annotation.PostConstruct;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.comuta.backup.BackupBean;
import org.comuta.operation.BackupOperations;
import org.comuta.portal.Account;
import org.comuta.portal.Language;
import org.jspecify.annotations.Nullable;

/** The card that makes a backup. One view. */
@Named
@ViewScoped
public class BackupPage implements Serializable {
  @Inject private BackupBean backups;
  @Inject private BackupJobs jobs;
  @Inject private Account account;
  @Inject private Language language;

  private List<String> parts = List.of();
  private String passphrase = "";
  private String again = "";

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public BackupPage() {}

  @PostConstruct
  void open() {
    parts = backups.parts();
  }

  /** Whether the one who looks may make and restore backups. */
  public boolean isAllowed() {
    return BackupOperations.isAllowed(account.getRights());
  }

  /** All parts there are. */
  public List<String> getAllParts() {
    return backups.parts();
  }

  /** The part as people call it; its word where there is no text. */
  public String label(String part) {
    String key = "backup.part." + part;
    String text = language.textOrKey(key);
    return text.equals(key) ? part : text;
  }

  /** Begins it. */
  public void make() {
    Optional<String> wrong =
        Passphrases.objection(passphrase).or(() -> differs() ? Optional.of("again") : none());
    if (!isAllowed()) {
      return;
    }
    if (parts.isEmpty()) {
      wrong("make:parts", "backup.parts.none");
    } else if (wrong.isPresent()) {
      wrong("make:passphrase", "backup.passphrase." + wrong.get());
    } else {
      jobs.begin(Set.copyOf(parts), passphrase.isEmpty() ? null : passphrase, account.actor());
      passphrase = "";
      again = "";
    }
  }

  private boolean differs() {
    return !passphrase.equals(again);
  }

  private static Optional<String> none() {
    return Optional.empty();
  }

  private void wrong(String field, String text) {
    FacesContext.getCurrentInstance()
        .addMessage(
            field, new FacesMessage(FacesMessage.SEVERITY_ERROR, language.text(text), null));
  }

  /** The last one that this user made; null when there is none. */
  public BackupJobs.@Nullable Job getJob() {
    return jobs.of(account.getName());
  }

  /** Whether one is made just now. */
  public boolean isRunning() {
    BackupJobs.Job job = getJob();
    return job != null && job.getState() == BackupJobs.State.RUNNING;
  }

  /** Gives the file. */
  public void download() throws IOException {
    BackupJobs.Job job = getJob();
    Optional<Path> file = job == null ? Optional.empty() : job.file();
    if (job == null || file.isEmpty() || !isAllowed()) {
      return;
    }
    FacesContext faces = FacesContext.getCurrentInstance();
    ExternalContext response = faces.getExternalContext();
    response.setResponseContentType("application/gzip");
    response.setResponseHeader(
        "Content-Disposition", "attachment; filename=\"" + job.getName() + "\"");
    Files.copy(file.get(), response.getResponseOutputStream());
    faces.responseComplete();
  }

  public List<String> getParts() {
    return parts;
  }

  public void setParts(@Nullable List<String> parts) {
    this.parts = parts == null ? List.of() : new ArrayList<>(parts);
  }

  public String getPassphrase() {
    return passphrase;
  }

  public void setPassphrase(@Nullable String passphrase) {
    this.passphrase = passphrase == null ? "" : passphrase;
  }

  public String getAgain() {
    return again;
  }

  public void setAgain(@Nullable String again) {
    this.again = again == null ? "" : again;
  }
}
