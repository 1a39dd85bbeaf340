package org.comuta.portal.form;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.comuta.cdr.textfile.CdrFile;
import org.comuta.cdr.textfile.CdrFileStyle;
import org.comuta.cdr.textfile.InvalidRecordLineException;
import org.comuta.cdr.textfile.LinePreview;
import org.comuta.cdr.textfile.RecordLine;
import org.comuta.portal.Language;

/** What lines the format in the form of a series of text files would make. One request only. */
@Named
@RequestScoped
public class CdrFilePreview {
  @Inject private FormPage form;
  @Inject private Language language;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public CdrFilePreview() {}

  /** The lines of an invented call; none when the format cannot be used. */
  public List<String> getLines() {
    try {
      return LinePreview.lines(format(), zone(), style());
    } catch (InvalidRecordLineException wrong) {
      return List.of();
    }
  }

  /** Why the format cannot be used; empty when it can. */
  public String getProblem() {
    return RecordLine.problems(format()).stream()
        .findFirst()
        .map(problem -> ProblemText.ofRule(problem, language.getLocale()))
        .orElse("");
  }

  /** Words of the fields that may stand in a format. */
  public List<String> getWords() {
    return RecordLine.fields();
  }

  private String format() {
    String typed = form.text("format");
    return typed.isEmpty() ? CdrFile.DEFAULT_FORMAT : typed;
  }

  private CdrFileStyle style() {
    return form.text("style").equals(CdrFileStyle.ATTEMPT.name())
        ? CdrFileStyle.ATTEMPT
        : CdrFileStyle.CALL;
  }

  private ZoneId zone() {
    try {
      return form.text("timeZone").isEmpty() ? ZoneOffset.UTC : ZoneId.of(form.text("timeZone"));
    } catch (DateTimeException unknown) {
      return ZoneOffset.UTC; // told at the field when it is saved
    }
  }
}
