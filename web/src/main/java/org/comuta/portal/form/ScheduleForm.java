package org.comuta.portal.form;

import jakarta.annotation.PostConstruct;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.text.MessageFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comuta.backup.BackupBean;
import org.comuta.backup.BackupSchedule;
import org.comuta.backup.SchedulesBean;
import org.comuta.backup.SchedulesBean.Saving;
import org.comuta.backup.StoredSchedule;
import org.comuta.configuration.ConfigurationBean;
import org.comuta.description.Json;
import org.comuta.description.ObjectDescription;
import org.comuta.description.Problem;
import org.comuta.operation.BackupOperations;
import org.comuta.operation.ScheduleOperations;
import org.comuta.operation.ScheduleOperations.Trial;
import org.comuta.portal.Account;
import org.comuta.portal.Language;
import org.jspecify.annotations.Nullable;
import org.primefaces.PrimeFaces;

/**
 * The page of one schedule of backups, in the form of configuration objects: {@code ?name=} edits,
 * without it makes a new one. One view.
 */
@Named
@ViewScoped
public class ScheduleForm implements Serializable {
  private static final ObjectDescription<BackupSchedule> DESCRIPTION =
      ObjectDescription.of(BackupSchedule.class);

  @Inject private SchedulesBean schedules;
  @Inject private ScheduleOperations operations;
  @Inject private BackupBean backups;
  @Inject private ConfigurationBean configuration;
  @Inject private Account account;
  @Inject private Language language;
  @Inject private HttpServletRequest request;

  private final FormValues values = new FormValues();
  private final Complaints complaints = new Complaints();
  private String name = "";
  private String original = "{}";
  private boolean missing;
  private boolean expert;
  private transient @Nullable Trial trial;
  private transient @Nullable List<FormField> fields;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public ScheduleForm() {}

  @PostConstruct
  void open() {
    values.showNew(DESCRIPTION);
    String asked = request.getParameter("name");
    if (asked == null || asked.isEmpty()) {
      return;
    }
    Optional<StoredSchedule> found = schedules.find(asked);
    if (found.isEmpty()) {
      missing = true;
    } else {
      name = asked;
      original = found.get().body().toString();
      values.show(DESCRIPTION, found.get().body());
    }
  }

  public boolean isMissing() {
    return missing;
  }

  public boolean isReadOnly() {
    return !BackupOperations.isAllowed(account.getRights());
  }

  public boolean isExpert() {
    return expert;
  }

  public void setExpert(boolean expert) {
    this.expert = expert;
  }

  public boolean isForExperts() {
    return true;
  }

  /** Nobody overtakes: a schedule is what was saved last. */
  public @Nullable Overtaken getOvertaken() {
    return null;
  }

  public Map<String, @Nullable Object> getValues() {
    return values.map();
  }

  public String getTitle() {
    String label = DESCRIPTION.label(language.getLocale());
    return name.isEmpty()
        ? MessageFormat.format(language.text("form.new"), label)
        : label + " " + name;
  }

  public String getHelp() {
    return DESCRIPTION.help(language.getLocale());
  }

  public String getListPage() {
    return DESCRIPTION.path() + ".xhtml";
  }

  public String getListLabel() {
    return DESCRIPTION.pluralLabel(language.getLocale());
  }

  /** Words of the sections that have fields, in order. */
  public List<String> getSections() {
    return fields().stream()
        .map(field -> field.description().section())
        .distinct()
        .sorted()
        .map(Enum::name)
        .toList();
  }

  public String sectionLabel(String section) {
    return language.text("schedule.section." + section);
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
          DESCRIPTION.fields().stream()
              .map(field -> new FormField(DESCRIPTION, field, language.getLocale()))
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
    if (field.description().expert() && !expert) {
      return false;
    }
    return DESCRIPTION.matters(field.description(), values.body(DESCRIPTION));
  }

  public boolean fixed(FormField field) {
    return field.getName().equals("name") && !name.isEmpty();
  }

  /** What may be typed, in a few words. */
  public String hint(FormField field) {
    if (fixed(field)) {
      return language.text("form.nameFixed");
    }
    return field.getName().equals("parts")
        ? field.getHint() + " · " + String.join(", ", backups.parts())
        : field.getHint();
  }

  public boolean secretSet(FormField field) {
    return !Json.parse(original).getString(field.getName(), "").isEmpty();
  }

  /** No field names another object. */
  public String addressOf(FormField field) {
    return "";
  }

  public List<String> problems(FormField field) {
    return complaints.of(field.getName());
  }

  /** Everything that is wrong, in the order of the form. */
  public List<Complaint> getComplaints() {
    return complaints.all(fields());
  }

  /** Names of time zones that go on like this. */
  public List<String> suggest(String typed) {
    return Suggestions.of(configuration, "", typed);
  }

  /** Saves, and goes to the list; or stays and says why not. */
  public @Nullable String save() {
    complaints.clear();
    trial = null;
    if (isReadOnly() || missing) {
      return null;
    }
    JsonObject body = values.body(DESCRIPTION);
    String saveAs = saveAs(body);
    if (name.isEmpty() && !saveAs.isEmpty() && schedules.find(saveAs).isPresent()) {
      complaints.add("name", language.text("problem.exists"));
    } else {
      Saving saving = operations.save(saveAs, body, account.actor());
      if (saving.problems().isEmpty()) {
        return done(saveAs);
      }
      saving.problems().forEach(this::tell);
    }
    PrimeFaces.current().ajax().addCallbackParam("refused", true);
    return null;
  }

  private String saveAs(JsonObject body) {
    return name.isEmpty() ? body.getString("name", "") : name;
  }

  private String done(String saved) {
    FacesContext context = FacesContext.getCurrentInstance();
    context.getExternalContext().getFlash().setKeepMessages(true);
    String text = MessageFormat.format(language.text("schedule.saved"), saved);
    context.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, text, null));
    return "/portal/" + getListPage() + "?faces-redirect=true";
  }

  private void tell(Problem wrong) {
    complaints.add(wrong.field(), new ProblemText(DESCRIPTION, language.getLocale()).of(wrong));
  }

  /** Reaches the destination as it is typed. */
  public void tryOut() {
    complaints.clear();
    trial = null;
    JsonObject body = values.body(DESCRIPTION);
    String called = saveAs(body).isEmpty() ? "trial" : saveAs(body);
    List<Problem> problems = schedules.problems(called, body);
    if (isReadOnly()) {
      return;
    }
    if (problems.isEmpty()) {
      trial = operations.tryOut(called, body);
    } else {
      problems.forEach(this::tell);
    }
  }

  /** What came of it; null before. */
  public @Nullable Trial getTrial() {
    return trial;
  }

  /** Takes the fingerprint over that the server showed. */
  public void confirm(String fingerprint) {
    values.map().put("fingerprint", fingerprint);
    trial = null;
  }
}
