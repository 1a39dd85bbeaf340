package org.comuta.portal.wizard;

import jakarta.json.JsonObject;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.comuta.configuration.ImportObject;
import org.comuta.configuration.Kinds;
import org.comuta.configuration.ObjectProblem;
import org.comuta.description.ObjectDescription;
import org.comuta.portal.form.FormField;
import org.comuta.portal.form.FormValues;
import org.comuta.portal.form.ProblemText;
import org.jspecify.annotations.Nullable;

/** A configuration object that is being made up, and saved nowhere. Confined to one view. */
public final class Draft implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String key;
  private final String kind;
  private final List<String> shown;
  private final FormValues values = new FormValues();
  private final LinkedHashMap<String, ArrayList<String>> problems = new LinkedHashMap<>();
  private boolean skipped;

  /**
   * @param key its name on the page
   * @param shown fields that are asked for
   */
  Draft(String key, String kind, List<String> shown) {
    this.key = key;
    this.kind = kind;
    this.shown = List.copyOf(shown);
    values.showNew(description());
  }

  private ObjectDescription<?> description() {
    return Kinds.catalogue().kind(kind).orElseThrow().description();
  }

  public String getKey() {
    return key;
  }

  String kind() {
    return kind;
  }

  /** Begins with what is saved already. */
  void begin(JsonObject saved) {
    values.show(description(), saved);
  }

  public Map<String, @Nullable Object> getValues() {
    return values.map();
  }

  void put(String field, String value) {
    values.map().put(field, value);
  }

  public String getName() {
    return text("name");
  }

  /** What a control holds, as text. */
  public String text(String field) {
    Object value = values.map().get(field);
    return value == null ? "" : value.toString().strip();
  }

  /** The fields that are asked for. */
  public List<FormField> fields(Locale locale) {
    ObjectDescription<?> description = description();
    return shown.stream()
        .flatMap(name -> description.field(name).stream())
        .map(field -> new FormField(description, field, locale))
        .toList();
  }

  JsonObject body() {
    return values.body(description());
  }

  ImportObject toImport() {
    return new ImportObject(kind, getName(), body(), 1, Map.of());
  }

  boolean isAbout(ObjectProblem problem) {
    return problem.kind().equals(kind) && problem.name().equals(getName());
  }

  void tell(ObjectProblem problem, Locale locale) {
    problems
        .computeIfAbsent(problem.problem().field(), ignored -> new ArrayList<>())
        .add(new ProblemText(description(), locale).of(problem.problem()));
  }

  /** What is wrong with a field. */
  public List<String> problems(String field) {
    ArrayList<String> found = problems.get(field);
    return found == null ? List.of() : found;
  }

  /** What is wrong with fields that are not asked for. */
  public List<String> getOtherProblems() {
    List<String> others = new ArrayList<>();
    problems.forEach(
        (field, texts) -> {
          if (!shown.contains(field)) {
            texts.forEach(text -> others.add(field + ": " + text));
          }
        });
    return others;
  }

  boolean hasProblems() {
    return !problems.isEmpty();
  }

  void settle() {
    problems.clear();
  }

  public boolean isSkipped() {
    return skipped;
  }

  void skip(boolean leftOut) {
    skipped = leftOut;
  }
}
