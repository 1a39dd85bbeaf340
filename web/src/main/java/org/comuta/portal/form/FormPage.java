package org.comuta.portal.form;

import jakarta.annotation.PostConstruct;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
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
import org.comuta.configuration.ObjectProblem;
import org.comuta.configuration.Saved;
import org.comuta.configuration.StaleObjectException;
import org.comuta.configuration.StoredObject;
import org.comuta.description.FieldDescription;
import org.comuta.description.Json;
import org.comuta.description.Labels;
import org.comuta.description.ObjectDescription;
import org.comuta.description.ObjectKind;
import org.comuta.description.Section;
import org.comuta.portal.Account;
import org.comuta.portal.Formats;
import org.comuta.portal.Language;
import org.jspecify.annotations.Nullable;
import org.primefaces.PrimeFaces;

/**
 * The page of one configuration object: {@code nap.xhtml?name=…} edits, {@code ?copy=…} begins with
 * the fields of another, without either it makes a new one. One view.
 */
@Named
@ViewScoped
public class FormPage implements Serializable {
  @Inject private ConfigurationBean configuration;
  @Inject private FormObjects objects;
  @Inject private Account account;
  @Inject private Language language;
  @Inject private HttpServletRequest request;

  private final FormValues values = new FormValues();
  private final Complaints complaints = new Complaints();
  private String kind = "";
  private String name = "";
  private long revision;
  private String original = "{}";
  private boolean missing;
  private boolean expert;
  private String comment = "";
  private @Nullable Overtaken overtaken;
  private transient @Nullable List<FormField> fields;

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
      missing = true;
      return;
    }
    kind = asked;
    values.showNew(known.get().description());
    String edited = parameter("name");
    String copied = parameter("copy");
    try {
      if (!edited.isEmpty()) {
        begin(objects.get(kind, edited));
      } else if (!copied.isEmpty()) {
        values.show(known.get().description(), objects.get(kind, copied).body());
        values.map().put("name", "");
      }
    } catch (NotFoundException gone) {
      missing = true;
    }
  }

  private String parameter(String parameter) {
    String value = request.getParameter(parameter);
    return value == null ? "" : value;
  }

  private void begin(StoredObject object) {
    name = object.name();
    revision = object.revision();
    original = object.body().toString();
    values.show(description(), object.body());
  }

  private ObjectDescription<?> description() {
    return objects.kind(kind).orElseThrow().description();
  }

  /** Whether there is no such object. */
  public boolean isMissing() {
    return missing;
  }

  /** Whether the object is new. */
  public boolean isCreating() {
    return name.isEmpty();
  }

  /** Whether what is saved counts at once. */
  public boolean isAtOnce() {
    return objects.isSetting(kind);
  }

  public boolean isReadOnly() {
    return !account.may(objects.needed(kind));
  }

  /** Whether the fields for experts are shown, too. */
  public boolean isExpert() {
    return expert;
  }

  public void setExpert(boolean expert) {
    this.expert = expert;
  }

  /** Whether there are any. */
  public boolean isForExperts() {
    return fields().stream().anyMatch(field -> field.description().expert());
  }

  public String getComment() {
    return comment;
  }

  public void setComment(@Nullable String comment) {
    this.comment = comment == null ? "" : comment;
  }

  public @Nullable Overtaken getOvertaken() {
    return overtaken;
  }

  public Map<String, @Nullable Object> getValues() {
    return values.map();
  }

  public String getTitle() {
    if (missing) {
      return language.text("form.missing");
    }
    String label = description().label(language.getLocale());
    return name.isEmpty()
        ? MessageFormat.format(language.text("form.new"), label)
        : label + " " + name;
  }

  /** What a control holds, as text; empty when nothing. */
  String text(String field) {
    Object value = values.map().get(field);
    return value == null ? "" : value.toString();
  }

  public String getHelp() {
    return missing ? "" : description().help(language.getLocale());
  }

  /** Where all objects of this kind are listed. */
  public String getListPage() {
    return missing ? "naps.xhtml" : description().path() + ".xhtml";
  }

  /** Word of the list in the menu. */
  public String getListWord() {
    return missing ? "" : description().path();
  }

  public String getListLabel() {
    return missing ? "" : description().pluralLabel(language.getLocale());
  }

  /** Words of the sections that have fields, in order. */
  public List<String> getSections() {
    return fields().stream()
        .map(field -> field.description().section())
        .distinct()
        .sorted()
        .map(Section::name)
        .toList();
  }

  public String sectionLabel(String section) {
    return Labels.in(language.getLocale()).text("section." + section);
  }

  /** The fields of one section, in order. */
  public List<FormField> fields(String section) {
    return fields().stream()
        .filter(field -> field.description().section().name().equals(section))
        .toList();
  }

  private List<FormField> fields() {
    List<FormField> made = fields;
    if (made == null) {
      made =
          missing
              ? List.of()
              : description().fields().stream()
                  .map(field -> new FormField(description(), field, language.getLocale()))
                  .toList();
      fields = made;
    }
    return made;
  }

  /** Whether a field is there to be seen: it matters, or something is wrong with it. */
  public boolean shown(FormField field) {
    if (!problems(field).isEmpty()) {
      return true;
    }
    if (field.description().expert() && !expert && !changed(field)) {
      return false;
    }
    return description().matters(field.description(), values.body(description()));
  }

  // What somebody set before is never hidden.
  private boolean changed(FormField field) {
    return !Json.parse(original)
        .getOrDefault(field.getName(), field.description().defaultValue())
        .equals(field.description().defaultValue());
  }

  /** Whether the name is fixed, because the object has it already. */
  public boolean fixed(FormField field) {
    return field.getName().equals("name") && !name.isEmpty();
  }

  /** What may be typed, in a few words. */
  public String hint(FormField field) {
    return fixed(field) ? language.text("form.nameFixed") : field.getHint();
  }

  /** Whether a secret is there already. */
  public boolean secretSet(FormField field) {
    return !Json.parse(original).getString(field.getName(), "").isEmpty();
  }

  /** Page of the object that a field names. */
  public String addressOf(FormField field) {
    return FormAddress.edit(field.getReferences(), text(field.getName()));
  }

  /** What is wrong with a field. */
  public List<String> problems(FormField field) {
    return complaints.of(field.getName());
  }

  /** Everything that is wrong, in the order of the form. */
  public List<Complaint> getComplaints() {
    return complaints.all(fields());
  }

  /** Names of objects, or of time zones, that go on like this. */
  public List<String> suggest(String typed) {
    UIComponent control = UIComponent.getCurrentComponent(FacesContext.getCurrentInstance());
    Object references = control.getAttributes().get("references");
    return Suggestions.of(configuration, references == null ? "" : references.toString(), typed);
  }

  /** Saves, and goes to the list; or stays and says why not. */
  public @Nullable String save() {
    complaints.clear();
    overtaken = null;
    if (isReadOnly() || missing) {
      return null;
    }
    JsonObject body = values.body(description());
    String saveAs = name.isEmpty() ? body.getString("name", "") : name;
    try {
      Edit edit = Edit.by(account.editor()).because(comment.strip()).expecting(revision);
      return done(objects.put(kind, saveAs, body, edit));
    } catch (InvalidConfigurationException refused) {
      complain(refused);
    } catch (StaleObjectException changed) {
      if (name.isEmpty()) {
        complaints.add("name", language.text("problem.exists"));
      } else {
        overtaken = look(changed.currentRevision(), body);
      }
    }
    PrimeFaces.current().ajax().addCallbackParam("refused", true);
    return null;
  }

  private String done(Saved saved) {
    String key =
        saved.change() == Change.UNCHANGED
            ? "form.unchanged"
            : isAtOnce() ? "form.savedAtOnce" : "form.saved";
    String text =
        MessageFormat.format(
            language.text(key),
            description().label(language.getLocale()),
            saved.object().name(),
            saved.revision());
    FacesContext context = FacesContext.getCurrentInstance();
    context.getExternalContext().getFlash().setKeepMessages(true);
    context.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, text, null));
    return "/portal/" + getListPage() + "?faces-redirect=true";
  }

  /** What stands in the controls, as the API would be told. */
  JsonObject typed() {
    return values.body(description());
  }

  /** Name of the object; as it is typed while it is new. */
  String name() {
    return name.isEmpty() ? text("name").strip() : name;
  }

  /** Shows at the fields what is wrong with them. */
  void complain(InvalidConfigurationException refused) {
    complaints.clear();
    refused.problems().forEach(this::tell);
  }

  private void tell(ObjectProblem wrong) {
    ProblemText texts = new ProblemText(description(), language.getLocale());
    complaints.add(wrong.problem().field(), texts.of(wrong.problem()));
  }

  private Overtaken look(long current, JsonObject mine) {
    Comparison comparison = new Comparison(description(), language.getLocale());
    return comparison.look(objects, current, name, Json.parse(original), mine);
  }

  /** Goes on with what the other one saved, without what was typed here. */
  public void reload() {
    theirs().ifPresent(this::begin);
    settled();
  }

  /** Takes over what the other one changed, where nothing was changed here. */
  public void merge() {
    List<FieldDescription> mine =
        new Comparison(description(), language.getLocale())
            .mine(Json.parse(original), values.body(description()));
    Map<String, @Nullable Object> typed = new HashMap<>(values.map());
    theirs().ifPresent(this::begin);
    mine.forEach(field -> values.map().put(field.name(), typed.get(field.name())));
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
      return Optional.of(objects.get(kind, name));
    } catch (NotFoundException gone) {
      return Optional.empty();
    }
  }

  private void settled() {
    complaints.clear();
    overtaken = null;
  }
}
