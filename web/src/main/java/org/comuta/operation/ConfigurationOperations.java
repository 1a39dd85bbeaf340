package org.comuta.operation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Collection;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.comuta.configuration.Applied;
import org.comuta.configuration.Change;
import org.comuta.configuration.ConfigurationBean;
import org.comuta.configuration.ConfigurationException;
import org.comuta.configuration.Edit;
import org.comuta.configuration.Editor;
import org.comuta.configuration.Exported;
import org.comuta.configuration.ImportRequest;
import org.comuta.configuration.Imported;
import org.comuta.configuration.Restored;
import org.comuta.configuration.Saved;
import org.comuta.identity.Actor;
import org.comuta.identity.AuditAction;
import org.comuta.identity.AuditBean;
import org.comuta.identity.AuditEntry;

/** Changes the configuration. Any thread; refusals are {@link ConfigurationException}s. */
@ApplicationScoped
public class ConfigurationOperations {
  @Inject private ConfigurationBean configuration;
  @Inject private AuditBean audit;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public ConfigurationOperations() {}

  /** Saves an object. */
  public Saved put(String kind, String name, JsonObject body, Edit edit) {
    return audited(
        edit.editor(),
        AuditAction.CONFIGURATION_SAVE,
        kind,
        name,
        () -> configuration.put(kind, name, body, edit),
        saved -> saved.change() + ", revision " + saved.revision() + changes(saved));
  }

  /** Deletes an object. */
  public Saved delete(String kind, String name, Edit edit) {
    return audited(
        edit.editor(),
        AuditAction.CONFIGURATION_DELETE,
        kind,
        name,
        () -> configuration.delete(kind, name, edit),
        saved -> "revision " + saved.revision());
  }

  /** Makes everything that was saved live. */
  public Applied apply(Editor editor) {
    return apply(Edit.by(editor));
  }

  /** Makes everything that was saved live, when it is what the editor expects, if anything. */
  public Applied apply(Edit edit) {
    return audited(
        edit.editor(),
        AuditAction.CONFIGURATION_APPLY,
        "configuration",
        "",
        () -> configuration.apply(edit),
        applied -> "revision " + applied.revision() + " after " + applied.previous());
  }

  /** Saves everything as it was at a revision. */
  public Restored restore(long revision, Edit edit) {
    return audited(
        edit.editor(),
        AuditAction.CONFIGURATION_RESTORE,
        "configuration",
        String.valueOf(revision),
        () -> configuration.restore(revision, edit),
        restored -> "revision " + restored.revision() + ", changes: " + restored.changes());
  }

  /** What a save changed, with the secrets as those who look at revisions see them. */
  private String changes(Saved saved) {
    if (saved.change() != Change.UPDATED) {
      return "";
    }
    return configuration.revision(saved.revision()).changes().stream()
        .flatMap(object -> object.fields().stream())
        .map(field -> "; " + field.field() + ": " + field.before() + " → " + field.after())
        .collect(Collectors.joining());
  }

  /** Saves many objects as one revision, or says what that would do. */
  public Imported importing(ImportRequest request, Edit edit) {
    if (request.dryRun()) {
      return configuration.importing(request, edit);
    }
    return audited(
        edit.editor(),
        AuditAction.CONFIGURATION_IMPORT,
        "configuration",
        String.join(" ", new TreeSet<>(request.kinds())),
        () -> configuration.importing(request, edit),
        imported -> "revision " + imported.revision() + ", changes: " + imported.changes().size());
  }

  /** All objects of these kinds, with their secrets, to be encrypted at once, or masked. */
  public Exported export(Collection<String> kinds, boolean withSecrets, Editor editor) {
    return audited(
        editor,
        AuditAction.CONFIGURATION_EXPORT,
        "configuration",
        String.join(" ", new TreeSet<>(kinds)),
        () -> configuration.export(kinds, withSecrets),
        exported ->
            "revision " + exported.revision() + (withSecrets ? ", with encrypted secrets" : ""));
  }

  private <T> T audited(
      Editor editor,
      AuditAction action,
      String kind,
      String name,
      Supplier<T> act,
      Function<T, String> detail) {
    Actor actor = new Actor(editor.user(), editor.address());
    T result;
    try {
      result = act.get();
    } catch (ConfigurationException refused) {
      audit.write(
          actor,
          action,
          kind,
          name,
          AuditEntry.Outcome.REFUSED,
          String.valueOf(refused.getMessage()));
      throw refused;
    } catch (RuntimeException failed) {
      audit.write(actor, action, kind, name, AuditEntry.Outcome.FAILED, "");
      throw failed;
    }
    audit.write(actor, action, kind, name, AuditEntry.Outcome.DONE, detail.apply(result));
    return result;
  }
}
