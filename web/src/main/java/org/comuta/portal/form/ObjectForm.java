package org.comuta.portal.form;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.io.Serializable;
import java.text.MessageFormat;
import java.util.List;
import java.util.Map;
import org.comuta.configuration.ConfigurationBean;
import org.comuta.description.Json;
import org.comuta.description.Labels;
import org.comuta.description.ObjectDescription;
import org.comuta.description.Problem;
import org.comuta.description.Section;
import org.comuta.portal.Language;
import org.jspecify.annotations.Nullable;
import org.primefaces.PrimeFaces;

/**
 * The form of one object: its fields by section, what stands in them, which of them are seen, and
 * what is wrong with them. Where the object comes from and goes to is the page's. One view.
 */
public abstract class ObjectForm implements Serializable {
  @Inject private ConfigurationBean configuration;
  @Inject private Language language;

  private final FormValues values = new FormValues();
  private final Complaints complaints = new Complaints();
  private String name = "";
  private String original = "{}";
  private boolean missing;
  private boolean expert;
  private transient @Nullable List<FormField> fields;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  ObjectForm() {}

  /** What the object is made of; not asked while it is missing. */
  abstract ObjectDescription<?> description();

  /** Whether it may be looked at only. */
  public abstract boolean isReadOnly();

  /** Shows the fields of an object that is there. */
  void begin(String object, JsonObject body) {
    name = object;
    original = body.toString();
    values.show(description(), body);
  }

  /** Says that there is no such object. */
  void miss() {
    missing = true;
  }

  /** Whether there is no such object. */
  public boolean isMissing() {
    return missing;
  }

  /** Whether the object is new. */
  public boolean isCreating() {
    return name.isEmpty();
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

  public String getHelp() {
    return description().help(language.getLocale());
  }

  /** Where all objects of this kind are listed. */
  public String getListPage() {
    return description().path() + ".xhtml";
  }

  public String getListLabel() {
    return description().pluralLabel(language.getLocale());
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
      ObjectDescription<?> description = description();
      made =
          description.fields().stream()
              .map(field -> new FormField(description, field, language.getLocale()))
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
    return description().matters(field.description(), typed());
  }

  // What somebody set before is never hidden.
  private boolean changed(FormField field) {
    return !original()
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
    return !original().getString(field.getName(), "").isEmpty();
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

  /** What a control holds, as text; empty when nothing. */
  String text(String field) {
    Object value = values.map().get(field);
    return value == null ? "" : value.toString();
  }

  /** Name of the object; as it is typed while it is new. */
  String name() {
    return name.isEmpty() ? text("name").strip() : name;
  }

  /** What stands in the controls, as the API would be told. */
  JsonObject typed() {
    return values.body(description());
  }

  /** What the form began with. */
  JsonObject original() {
    return Json.parse(original);
  }

  FormValues values() {
    return values;
  }

  Complaints complaints() {
    return complaints;
  }

  /** Says at its field what is wrong. */
  void tell(Problem wrong) {
    ProblemText texts = new ProblemText(description(), language.getLocale());
    complaints.add(wrong.field(), texts.of(wrong));
  }

  /** Stays on the page, which shows what is wrong. */
  static void stay() {
    PrimeFaces.current().ajax().addCallbackParam("refused", true);
  }

  /** Goes to the list, which says what was done. */
  String leave(String done) {
    FacesContext context = FacesContext.getCurrentInstance();
    context.getExternalContext().getFlash().setKeepMessages(true);
    context.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, done, null));
    return "/portal/" + getListPage() + "?faces-redirect=true";
  }
}
