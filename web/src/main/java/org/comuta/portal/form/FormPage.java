package org.comuta.portal.form;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import java.text.MessageFormat;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comuta.configuration.Change;
import org.comuta.configuration.ConfigurationBean;
import org.comuta.configuration.Edit;
import org.comuta.configuration.InvalidConfigurationException;
import org.comuta.configuration.NotFoundException;
import org.comuta.configuration.Saved;
import org.comuta.configuration.StaleObjectException;
import org.comuta.configuration.StoredObject;
import org.comuta.description.FieldDescription;
import org.comuta.description.ObjectDescription;
import org.comuta.description.ObjectKind;
import org.comuta.portal.Account;
import org.comuta.portal.Formats;
import org.comuta.portal.Language;
import org.jspecify.annotations.Nullable;

/**
 * The page of one configuration object: {@code nap.xhtml?name=…} edits, {@code ?copy=…} begins with
 * the fields of another, without either it makes a new one. One view.
 */
@Named
@ViewScoped
public class FormPage extends ObjectForm {
  @Inject private ConfigurationBean configuration;
  @Inject private FormObjects objects;
  @Inject private Account account;
  @Inject private Language language;
  @Inject private HttpServletRequest request;

  private String kind = "";
  private long revision;
  private String comment = "";
  private @Nullable Overtaken overtaken;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public FormPage() {}

  @PostConstruct
  void open() {
    String page = request.getServletPath().replaceFirst(".*/([^/]*)[.]xhtml$", "$1");
    String asked = page.equals("object") ? parameter("kind") : page;
    // The general page is for those who may see the configuration; settings have pages of their
    // own.
    Optional<ObjectKind<?>> known =
        page.equals(asked) ? objects.kind(asked) : configuration.catalogue().kind(asked);
    if (known.isEmpty()) {
      miss();
      return;
    }
    kind = asked;
    values().showNew(description());
    String edited = parameter("name");
    String copied = parameter("copy");
    try {
      if (!edited.isEmpty()) {
        begin(objects.get(kind, edited));
      } else if (!copied.isEmpty()) {
        values().show(description(), objects.get(kind, copied).body());
        values().map().put("name", "");
      }
    } catch (NotFoundException gone) {
      miss();
    }
  }

  private String parameter(String parameter) {
    String value = request.getParameter(parameter);
    return value == null ? "" : value;
  }

  private void begin(StoredObject object) {
    revision = object.revision();
    begin(object.name(), object.body());
  }

  @Override
  ObjectDescription<?> description() {
    return objects.kind(kind).orElseThrow().description();
  }

  /** Whether what is saved counts at once. */
  public boolean isAtOnce() {
    return objects.isSetting(kind);
  }

  @Override
  public boolean isReadOnly() {
    return !account.may(objects.needed(kind));
  }

  public String getComment() {
    return comment;
  }

  public void setComment(@Nullable String comment) {
    this.comment = comment == null ? "" : comment;
  }

  /** Saves, and goes to the list; or stays and says why not. */
  public @Nullable String save() {
    complaints().clear();
    overtaken = null;
    if (isReadOnly() || isMissing()) {
      return null;
    }
    JsonObject body = typed();
    try {
      Edit edit = Edit.by(account.editor()).because(comment.strip()).expecting(revision);
      return done(objects.put(kind, name(), body, edit));
    } catch (InvalidConfigurationException refused) {
      complain(refused);
    } catch (StaleObjectException changed) {
      if (isCreating()) {
        complaints().add("name", language.text("problem.exists"));
      } else {
        long current = changed.currentRevision();
        overtaken = comparison().look(objects, current, name(), original(), body);
      }
    }
    stay();
    return null;
  }

  private String done(Saved saved) {
    String key =
        saved.change() == Change.UNCHANGED
            ? "form.unchanged"
            : isAtOnce() ? "form.savedAtOnce" : "form.saved";
    return leave(
        MessageFormat.format(
            language.text(key),
            description().label(language.getLocale()),
            saved.object().name(),
            saved.revision()));
  }

  /** Shows at the fields what is wrong with them. */
  void complain(InvalidConfigurationException refused) {
    complaints().clear();
    refused.problems().forEach(wrong -> tell(wrong.problem()));
  }

  private Comparison comparison() {
    return new Comparison(description(), language.getLocale());
  }

  public @Nullable Overtaken getOvertaken() {
    return overtaken;
  }

  /** Goes on with what the other one saved, without what was typed here. */
  public void reload() {
    theirs().ifPresent(this::begin);
    settled();
  }

  /** Takes over what the other one changed, where nothing was changed here. */
  public void merge() {
    List<FieldDescription> mine = comparison().mine(original(), typed());
    Map<String, @Nullable Object> typed = new HashMap<>(getValues());
    theirs().ifPresent(this::begin);
    mine.forEach(field -> getValues().put(field.name(), typed.get(field.name())));
    settled();
  }

  /** Saves what was typed here, whatever the other one saved. */
  public @Nullable String overwrite() {
    Overtaken seen = overtaken;
    revision = seen == null ? revision : seen.revision();
    return save();
  }

  /** Who was faster, in one sentence. */
  public String getOvertakenText() {
    Overtaken seen = overtaken;
    if (seen == null) {
      return "";
    }
    return seen.gone()
        ? language.text("form.gone")
        : MessageFormat.format(
            language.text("form.overtaken"),
            seen.author(),
            Formats.moment(seen.savedAt(), language.getLocale(), ZoneId.systemDefault()),
            Long.toString(seen.revision()));
  }

  private Optional<StoredObject> theirs() {
    try {
      return Optional.of(objects.get(kind, name()));
    } catch (NotFoundException gone) {
      return Optional.empty();
    }
  }

  private void settled() {
    complaints().clear();
    overtaken = null;
  }
}
