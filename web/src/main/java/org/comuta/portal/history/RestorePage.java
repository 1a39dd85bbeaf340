package org.comuta.portal.history;

import jakarta.annotation.PostConstruct;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.text.MessageFormat;
import java.util.List;
import org.comuta.configuration.ConfigurationBean;
import org.comuta.configuration.Edit;
import org.comuta.configuration.InvalidConfigurationException;
import org.comuta.configuration.NotFoundException;
import org.comuta.configuration.Restored;
import org.comuta.configuration.StaleObjectException;
import org.comuta.identity.Right;
import org.comuta.operation.ConfigurationOperations;
import org.comuta.portal.Account;
import org.comuta.portal.Language;
import org.comuta.portal.form.ProblemText;
import org.jspecify.annotations.Nullable;

/** The page that shows what a restore of {@code ?revision=} would change, and does it. One view. */
@Named
@ViewScoped
public class RestorePage implements Serializable {
  @Inject private ConfigurationBean configuration;
  @Inject private ConfigurationOperations operations;
  @Inject private Account account;
  @Inject private Language language;
  @Inject private HttpServletRequest request;

  private long revision = -1;
  private long latest = -1;
  private String comment = "";
  private List<String> problems = List.of();
  private transient @Nullable List<ChangedObject> changes;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public RestorePage() {}

  @PostConstruct
  void open() {
    String asked = request.getParameter("revision");
    if (asked != null && asked.matches("[0-9]{1,18}")) {
      revision = Long.parseLong(asked);
    }
  }

  public long getRevision() {
    return revision;
  }

  public String getComment() {
    return comment;
  }

  public void setComment(@Nullable String comment) {
    this.comment = comment == null ? "" : comment;
  }

  /** Why it was refused. */
  public List<String> getProblems() {
    return problems;
  }

  /** What would change; null when there is no such revision. */
  public @Nullable List<ChangedObject> getChanges() {
    if (changes == null) {
      try {
        latest = configuration.status().latestRevision();
        changes =
            new Changes(configuration.catalogue(), language.getLocale())
                .of(configuration.diff(latest, revision).objects());
      } catch (NotFoundException none) {
        return null;
      }
    }
    return changes;
  }

  /** Saves everything as it was, and goes to what is waiting to be applied. */
  public @Nullable String restore() {
    if (!account.may(Right.CONFIGURE)) {
      return null;
    }
    try {
      Edit edit = Edit.by(account.editor()).because(comment.strip()).expecting(latest);
      Restored restored = operations.restore(revision, edit);
      FacesContext context = FacesContext.getCurrentInstance();
      context.getExternalContext().getFlash().setKeepMessages(true);
      String text =
          MessageFormat.format(
              language.text("restore.done"),
              Long.toString(revision),
              Long.toString(restored.revision()),
              restored.changes());
      context.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, text, null));
      return "/portal/pending.xhtml?faces-redirect=true";
    } catch (InvalidConfigurationException refused) {
      problems =
          refused.problems().stream()
              .map(one -> ProblemText.of(one, configuration.catalogue(), language.getLocale()))
              .toList();
    } catch (StaleObjectException more) {
      problems = List.of(language.text("pending.more"));
    }
    changes = null;
    return null;
  }
}
