package org.comuta.portal.logs;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.comuta.description.Problem;
import org.comuta.logging.LogSettings;
import org.comuta.logging.TraceSwitch;
import org.comuta.portal.Language;

/** What is wrong with settings of the log, in the language of the reader. Any thread. */
final class LogComplaints {
  private final ResourceBundle texts;

  LogComplaints(Locale locale) {
    texts = Language.texts(locale);
  }

  /** One sentence, without the name of the field; in English where a rule has only that. */
  String of(Problem problem) {
    String field = problem.field().replaceFirst(".*\\.", "");
    return switch (problem.code()) {
      case "required" -> texts.getString("problem.required");
      case "range" -> range(field, problem);
      case "syntax" ->
          switch (field) {
            case "name" -> texts.getString("problem.syntax.NAME");
            case "host" -> texts.getString("problem.syntax.HOST");
            case "trustedCertificates" -> texts.getString("logSettings.wrong.certificates");
            default -> problem.message();
          };
      case "conflict" ->
          texts.getString(field.equals("name") ? "problem.exists" : "logSettings.wrong.keepLess");
      default -> problem.message();
    };
  }

  private String range(String field, Problem problem) {
    return switch (field) {
      case "rotateMegabytes" ->
          number(LogSettings.LEAST_ROTATE_MEGABYTES, LogSettings.MOST_ROTATE_MEGABYTES);
      case "keepMegabytes" ->
          number(LogSettings.LEAST_KEEP_MEGABYTES, LogSettings.MOST_KEEP_MEGABYTES);
      case "keepDays" -> number(0, LogSettings.MOST_KEEP_DAYS);
      case "minutes" -> number(1, TraceSwitch.MOST_MINUTES);
      case "port" -> number(1, 65_535);
      default -> problem.message();
    };
  }

  private String number(int least, int most) {
    return MessageFormat.format(
        texts.getString("problem.number"), Integer.toString(least), Integer.toString(most));
  }
}
