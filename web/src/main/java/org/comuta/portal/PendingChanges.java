package org.comuta.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.util.List;
import org.comuta.configuration.Applied;
import org.comuta.configuration.ConfigurationBean;
import org.comuta.configuration.InvalidConfigurationException;
import org.comuta.configuration.ObjectProblem;
import org.comuta.identity.Right;
import org.comuta.operation.ConfigurationOperations;
import org.comuta.portal.form.ProblemText;

/** What was saved and is not live yet, above every page. One request only. */
@Named
@RequestScoped
public class PendingChanges {
  @Inject private ConfigurationBean configuration;
  @Inject private ConfigurationOperations operations;
  @Inject private Account account;
  @Inject private Language language;

  private List<String> problems = List.of();
  private int changes = -1;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public PendingChanges() {}

  public boolean isPending() {
    return account.may(Right.SEE_CONFIGURATION) && changes() > 0;
  }

  /** How many objects would change. */
  private int changes() {
    if (changes < 0) {
      changes = configuration.status().pendingObjects();
    }
    return changes;
  }

  public String getText() {
    return new MessageFormat(language.text("pending.text"), language.getLocale())
        .format(new Object[] {changes()});
  }

  /** Makes them live, or tells why not. */
  public void apply() {
    if (!account.may(Right.CONFIGURE)) {
      return;
    }
    try {
      Applied applied = operations.apply(account.editor());
      tell(
          FacesMessage.SEVERITY_INFO,
          MessageFormat.format(language.text("pending.applied"), applied.revision()));
      for (ObjectProblem warning : applied.warnings()) {
        tell(FacesMessage.SEVERITY_WARN, shown(warning));
      }
    } catch (InvalidConfigurationException invalid) {
      problems = invalid.problems().stream().map(this::shown).toList();
    }
    changes = -1;
  }

  /** Why they were not made live. */
  public List<String> getProblems() {
    return problems;
  }

  private String shown(ObjectProblem problem) {
    return ProblemText.of(problem, configuration.catalogue(), language.getLocale());
  }

  private static void tell(FacesMessage.Severity severity, String text) {
    FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(severity, text, null));
  }
}
