package org.comuta.portal.history;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.text.MessageFormat;
import java.util.List;
import org.comuta.configuration.Applied;
import org.comuta.configuration.ConfigurationBean;
import org.comuta.configuration.ConfigurationStatus;
import org.comuta.configuration.Edit;
import org.comuta.configuration.InvalidConfigurationException;
import org.comuta.configuration.ObjectProblem;
import org.comuta.configuration.Restored;
import org.comuta.configuration.StaleObjectException;
import org.comuta.identity.Right;
import org.comuta.operation.ConfigurationOperations;
import org.comuta.operation.LiveCallOperations;
import org.comuta.operation.LiveCallOperations.RevisionCalls;
import org.comuta.portal.Account;
import org.comuta.portal.Language;
import org.comuta.portal.form.ProblemText;
import org.jspecify.annotations.Nullable;

/** The page of what was saved and is not live: apply it, or go back to what is live. One view. */
@Named
@ViewScoped
public class PendingPage implements Serializable {
  @Inject private ConfigurationBean configuration;
  @Inject private ConfigurationOperations operations;
  @Inject private LiveCallOperations calls;
  @Inject private Account account;
  @Inject private Language language;

  private String comment = "";
  private long seen = -1;
  private List<String> problems = List.of();
  private List<String> warnings = List.of();
  private transient @Nullable List<ChangedObject> changes;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public PendingPage() {}

  public ConfigurationStatus getStatus() {
    return configuration.status();
  }

  /** Why apply was refused. */
  public List<String> getProblems() {
    return problems;
  }

  /** What to know of what was applied. */
  public List<String> getWarnings() {
    return warnings;
  }

  public String getComment() {
    return comment;
  }

  public void setComment(@Nullable String comment) {
    this.comment = comment == null ? "" : comment;
  }

  /** What apply would change, and who saved it. */
  public List<ChangedObject> getChanges() {
    List<ChangedObject> found = changes;
    if (found == null) {
      // First, so that what is saved meanwhile is at worst shown and not counted as seen.
      seen = configuration.status().latestRevision();
      Changes words = new Changes(configuration.catalogue(), language.getLocale());
      found =
          configuration.pendingObjects().stream()
              .map(pending -> words.of(pending.difference()).savedBy(pending.saves()))
              .toList();
      changes = found;
    }
    return found;
  }

  /** Live calls that began before what is live now was applied. */
  public List<RevisionCalls> getOlderCalls() {
    return calls.byRevision().stream().filter(RevisionCalls::outdated).toList();
  }

  private Edit edit() {
    return Edit.by(account.editor()).because(comment.strip()).expecting(seen);
  }

  /** Makes it live, or tells why not. */
  public void apply() {
    forget();
    if (!account.may(Right.CONFIGURE)) {
      return;
    }
    try {
      Applied applied = operations.apply(edit());
      comment = "";
      warnings = applied.warnings().stream().map(this::shown).toList();
      tell(
          MessageFormat.format(
              language.text("pending.applied"), Long.toString(applied.revision())));
    } catch (InvalidConfigurationException refused) {
      problems = refused.problems().stream().map(this::shown).toList();
    } catch (StaleObjectException more) {
      problems = List.of(language.text("pending.more"));
    }
  }

  /** Saves everything as it is live. */
  public void discard() {
    forget();
    if (!account.may(Right.CONFIGURE)) {
      return;
    }
    try {
      long live = configuration.status().appliedRevision();
      Edit edit = edit();
      Restored restored =
          operations.restore(
              live,
              edit.comment().isEmpty() ? edit.because(language.text("pending.discarded")) : edit);
      comment = "";
      tell(
          MessageFormat.format(
              language.text("restore.done"),
              Long.toString(live),
              Long.toString(restored.revision()),
              restored.changes()));
    } catch (InvalidConfigurationException refused) {
      problems = refused.problems().stream().map(this::shown).toList();
    } catch (StaleObjectException more) {
      problems = List.of(language.text("pending.more"));
    }
  }

  private void forget() {
    problems = List.of();
    warnings = List.of();
    changes = null;
  }

  private String shown(ObjectProblem problem) {
    return ProblemText.of(problem, configuration.catalogue(), language.getLocale());
  }

  private static void tell(String text) {
    FacesContext.getCurrentInstance()
        .addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, text, null));
  }
}
