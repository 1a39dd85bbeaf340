package org.comuta.portal.form;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.comuta.portal.Language;
import org.jspecify.annotations.Nullable;

/** Tries numbers with the filters and rewrites that stand in the form of a route. One view. */
@Named
@ViewScoped
public class RouteTrial implements Serializable {
  /** What became of one number, for the page. */
  public record Result(String label, Trial.Verdict verdict, String text, String number) {
    public String icon() {
      return switch (verdict) {
        case CHANGED, ACCEPTED -> "pi-check-circle";
        case REFUSED -> "pi-times-circle";
        case WRONG -> "pi-exclamation-triangle";
      };
    }
  }

  @Inject private FormPage form;
  @Inject private Language language;

  private String called = "";
  private String calling = "";

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public RouteTrial() {}

  public String getCalled() {
    return called;
  }

  public void setCalled(@Nullable String called) {
    this.called = called == null ? "" : called.strip();
  }

  public String getCalling() {
    return calling;
  }

  public void setCalling(@Nullable String calling) {
    this.calling = calling == null ? "" : calling.strip();
  }

  /** What becomes of the numbers that were typed. */
  public List<Result> getResults() {
    List<Result> results = new ArrayList<>();
    add(results, "call.calledNumber", called, "calledNumber", "rewriteCalled");
    add(results, "call.callingNumber", calling, "callingNumber", "rewriteCalling");
    return results;
  }

  private void add(
      List<Result> results, String label, String number, String filter, String rewrite) {
    if (number.isEmpty()) {
      return;
    }
    Trial trial = Trial.of(form.text(filter), form.text(rewrite), number);
    String text = language.text("trial." + trial.verdict());
    results.add(
        new Result(
            language.text(label) + ":",
            trial.verdict(),
            trial.message().isEmpty() ? text : text + " " + trial.message(),
            trial.number()));
  }
}
