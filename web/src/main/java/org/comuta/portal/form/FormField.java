package org.comuta.portal.form;

import jakarta.faces.model.SelectItem;
import jakarta.json.JsonValue;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.comuta.description.FieldDescription;
import org.comuta.description.FieldType;
import org.comuta.description.Labels;
import org.comuta.description.ObjectDescription;
import org.comuta.description.Syntax;
import org.comuta.description.Unit;
import org.comuta.portal.FieldText;
import org.comuta.portal.Language;

/** One field as a form shows it, in one language. Immutable; any thread. */
public final class FormField {
  /** One word of a choice. */
  public record Word(String value, String label, String help) {}

  private final ObjectDescription<?> description;
  private final FieldDescription field;
  private final Locale locale;

  public FormField(ObjectDescription<?> description, FieldDescription field, Locale locale) {
    this.description = description;
    this.field = field;
    this.locale = locale;
  }

  FieldDescription description() {
    return field;
  }

  public String getName() {
    return field.name();
  }

  public String getLabel() {
    return description.label(field, locale);
  }

  public String getHelp() {
    return description.help(field, locale);
  }

  public Control getControl() {
    return Control.of(field);
  }

  public boolean isRequired() {
    return field.required();
  }

  public int getMaxLength() {
    return field.maxLength();
  }

  /** Whether what is typed is for machines rather than people. */
  public boolean isCode() {
    return switch (field.syntax()) {
      case NUMBER_FILTER,
          NUMBER_REWRITE,
          NUMBER,
          RECORD_LINE,
          HOST,
          HOST_PORT,
          ADDRESS,
          MAIL_ADDRESS,
          CERTIFICATES,
          PRIVATE_KEY ->
          true;
      case TEXT, NAME, TIME_ZONE -> false;
    };
  }

  /** Kind of object it names; empty when it names none. */
  public String getReferences() {
    return field.references();
  }

  /** What an amount is counted in; empty when it is none. */
  public String getUnit() {
    return field.unit() == Unit.NONE ? "" : Labels.in(locale).text("unit." + field.unit());
  }

  /** The words of a choice, for its control. */
  public List<SelectItem> getItems() {
    return getWords().stream().map(word -> new SelectItem(word.value(), word.label())).toList();
  }

  /** The words of a choice, for its help. */
  public List<Word> getWords() {
    return field.choices().stream()
        .map(
            word ->
                new Word(
                    word,
                    description.label(field, word, locale),
                    description.help(field, word, locale)))
        .toList();
  }

  /** What counts when nothing is typed, where the control has room for it. */
  public String getPlaceholder() {
    return switch (getControl()) {
      case NUMBER -> plainDefault();
      case TIME_ZONE, TEXT -> defaultText();
      case LONG_TEXT, SWITCH, CHOICE, CHOICES, LINES, NUMBERS, REFERENCE, SECRET -> "";
    };
  }

  /** A number as it is typed, without separators. */
  private String plainDefault() {
    return JsonValue.NULL.equals(field.defaultValue()) ? "" : field.defaultValue().toString();
  }

  private String defaultText() {
    if (getControl() == Control.NUMBER) {
      return (plainDefault() + " " + getUnit()).strip();
    }
    String text = new FieldText(description, locale).of(field, field.defaultValue());
    return text.equals(FieldText.NOTHING) ? "" : text;
  }

  /** What may be typed and what counts when nothing is, in a few words. */
  public String getHint() {
    List<String> parts = new ArrayList<>();
    if (field.type() == FieldType.NUMBER && field.min() > Integer.MIN_VALUE) {
      parts.add(field.min() + "–" + field.max());
    }
    if (Control.of(field) == Control.LINES) {
      parts.add(Language.texts(locale).getString("form.onePerLine"));
    } else if (Control.of(field) == Control.NUMBERS) {
      parts.add(Language.texts(locale).getString("form.commas"));
    }
    String format = format();
    if (!format.isEmpty()) {
      parts.add(format);
    }
    if (!field.required() && !JsonValue.NULL.equals(field.defaultValue())) {
      String text = defaultText();
      if (!text.isEmpty()) {
        parts.add(
            MessageFormat.format(
                Language.texts(locale).getString("form.default"), shortened(text)));
      }
    }
    return String.join(" · ", parts);
  }

  private String format() {
    return switch (field.syntax()) {
      case NUMBER_FILTER, NUMBER_REWRITE, HOST_PORT ->
          Language.texts(locale).getString("form.syntax." + field.syntax());
      case TEXT,
          NAME,
          HOST,
          ADDRESS,
          NUMBER,
          MAIL_ADDRESS,
          RECORD_LINE,
          TIME_ZONE,
          CERTIFICATES,
          PRIVATE_KEY ->
          "";
    };
  }

  private static String shortened(String text) {
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }

  /** Rows of the fields that depend on this one, for an update; empty when none does. */
  public String getDependents() {
    return String.join(" ", dependents(field.name()).stream().map(name -> "row_" + name).toList());
  }

  private List<String> dependents(String name) {
    List<String> names = new ArrayList<>();
    for (FieldDescription other : description.fields()) {
      if (other.onlyWhen().stream().anyMatch(one -> one.field().equals(name))) {
        names.add(other.name());
        names.addAll(dependents(other.name()));
      }
    }
    return names.stream().distinct().toList();
  }

  /** Identity of the element that has the focus, within the form. */
  public String getFocusId() {
    return field.name()
        + switch (getControl()) {
          case SWITCH, REFERENCE, TIME_ZONE -> "_input";
          case CHOICE -> "_focus";
          case CHOICES -> ":0";
          case TEXT, LONG_TEXT, NUMBER, LINES, NUMBERS, SECRET -> "";
        };
  }

  /** Rows of a text of several. */
  public int getRows() {
    return switch (getControl()) {
      case LONG_TEXT -> 4;
      case LINES -> field.syntax() == Syntax.TEXT ? 4 : 3;
      case TEXT, NUMBER, SWITCH, CHOICE, CHOICES, NUMBERS, REFERENCE, TIME_ZONE, SECRET -> 1;
    };
  }
}
