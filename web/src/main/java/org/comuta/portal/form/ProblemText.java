package org.comuta.portal.form;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import org.comuta.configuration.ObjectProblem;
import org.comuta.description.Catalogue;
import org.comuta.description.FieldDescription;
import org.comuta.description.ObjectDescription;
import org.comuta.description.ObjectKind;
import org.comuta.description.Problem;
import org.comuta.description.Rule;
import org.comuta.portal.Language;

/** What is wrong with a field, in the language of the reader. Any thread. */
public final class ProblemText {
  private final ObjectDescription<?> description;
  private final ResourceBundle texts;

  public ProblemText(ObjectDescription<?> description, Locale locale) {
    this.description = description;
    this.texts = Language.texts(locale);
  }

  /** Of an object: what people call its kind, its name, the field, and what is wrong there. */
  public static String of(ObjectProblem wrong, Catalogue catalogue, Locale locale) {
    Problem problem = wrong.problem();
    Optional<? extends ObjectDescription<?>> known =
        catalogue.kind(wrong.kind()).map(ObjectKind::description);
    if (known.isEmpty()) {
      return wrong.kind() + " " + wrong.name() + ": " + problem.message();
    }
    ObjectDescription<?> description = known.get();
    String field =
        description
            .field(problem.field())
            .map(one -> ", " + description.label(one, locale))
            .orElse("");
    String text = new ProblemText(description, locale).of(problem);
    return description.label(locale) + " " + wrong.name() + field + ": " + text;
  }

  /** One sentence, without the name of the field; in English where a rule has only that. */
  public String of(Problem problem) {
    if (problem.rule() != null) {
      return ofRule(problem, texts);
    }
    Optional<FieldDescription> known = description.field(problem.field());
    return known.map(field -> of(problem, field)).orElse(problem.message());
  }

  /** What a rule says, in the language of the reader; in English where it has no more. */
  public static String ofRule(Problem problem, Locale locale) {
    return ofRule(problem, Language.texts(locale));
  }

  private static String ofRule(Problem problem, ResourceBundle texts) {
    Rule rule = problem.rule();
    return rule == null
        ? problem.message()
        : MessageFormat.format(texts.getString("wrong." + rule), problem.arguments().toArray());
  }

  /** The sentence of a rule, which stands beside its field already. */
  private static String alone(Problem problem) {
    String begin = problem.field() + ": ";
    String message = problem.message();
    return message.startsWith(begin) ? message.substring(begin.length()) : message;
  }

  private String of(Problem problem, FieldDescription field) {
    return switch (problem.code()) {
      case "required" -> texts.getString("problem.required");
      case "type", "range" ->
          switch (field.type()) {
            case NUMBER -> format("problem.number", field.min(), field.max());
            case TEXT, BOOLEAN, CHOICE -> problem.message();
          };
      case "length" -> format(field.list() ? "problem.elements" : "problem.length", field);
      case "syntax" -> syntax(problem, field);
      case "reference" -> texts.getString("problem.reference");
      default -> alone(problem);
    };
  }

  private String format(String key, FieldDescription field) {
    return format(key, field.maxLength(), field.maxLength());
  }

  private String format(String key, long first, long second) {
    // As texts: limits are written without separators, as they are typed.
    return MessageFormat.format(texts.getString(key), Long.toString(first), Long.toString(second));
  }

  private String syntax(Problem problem, FieldDescription field) {
    return switch (field.syntax()) {
      case TEXT, NUMBER_FILTER, NUMBER_REWRITE, RECORD_LINE -> problem.message();
      case NAME,
          HOST,
          ADDRESS,
          HOST_PORT,
          NUMBER,
          MAIL_ADDRESS,
          TIME_ZONE,
          CERTIFICATES,
          PRIVATE_KEY ->
          texts.getString("problem.syntax." + field.syntax());
    };
  }
}
