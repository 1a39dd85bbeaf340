package org.comuta.portal.wizard;

import jakarta.annotation.PostConstruct;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.comuta.configuration.ConfigurationBean;
import org.comuta.configuration.ConfigurationException;
import org.comuta.configuration.Edit;
import org.comuta.configuration.ImportMode;
import org.comuta.configuration.ImportRequest;
import org.comuta.configuration.InvalidConfigurationException;
import org.comuta.configuration.NotFoundException;
import org.comuta.configuration.ObjectProblem;
import org.comuta.identity.Right;
import org.comuta.operation.ConfigurationOperations;
import org.comuta.portal.Account;
import org.comuta.portal.Language;
import org.comuta.portal.LanguageFilter;
import org.comuta.portal.form.FormField;
import org.comuta.portal.personal.PersonalSettings;
import org.comuta.preference.Preferences;
import org.comuta.routing.CallRequest;
import org.comuta.routing.Candidate;
import org.comuta.routing.Decision;
import org.jspecify.annotations.Nullable;

/**
 * The first-run wizard. Language and zone count from where they are chosen on; all else is kept in
 * the page until its last step is confirmed, and then all objects are saved as one revision and
 * made live. One view.
 */
@Named("wizard")
@ViewScoped
public class WizardPage implements Serializable {
  private static final List<String> NAP_FIELDS = List.of("name", "domain", "port", "transport");
  private static final List<String> ROUTE_FIELDS = List.of("name", "calledNumber", "rewriteCalled");

  @Inject private ConfigurationBean configuration;
  @Inject private ConfigurationOperations operations;
  @Inject private PersonalSettings personal;
  @Inject private Account account;
  @Inject private Language language;

  private final Draft carrier = new Draft("carrier", "nap", NAP_FIELDS);
  private final Draft office = new Draft("office", "nap", NAP_FIELDS);
  private final Draft incoming = new Draft("incoming", "route", ROUTE_FIELDS);
  private final Draft outgoing = new Draft("outgoing", "route", ROUTE_FIELDS);
  private final ArrayList<String> troubles = new ArrayList<>();
  private WizardStep step = WizardStep.LANGUAGE;
  private @Nullable String chosenLanguage;
  private @Nullable String timeZone;
  private String from = "carrier";
  private String called = "";
  private String calling = "";

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public WizardPage() {}

  @PostConstruct
  void open() {
    Preferences now = personal.preferences();
    chosenLanguage = now.language() == null ? language.getTag() : now.language();
    timeZone = now.timeZone();
    all().forEach(draft -> begin(draft, suggestedName(draft)));
  }

  private void begin(Draft draft, String name) {
    draft.put("name", name);
    try {
      draft.begin(configuration.get(draft.kind(), name).body());
    } catch (NotFoundException isNew) {
      // It begins empty then.
    }
  }

  private Stream<Draft> all() {
    return Stream.of(carrier, office, incoming, outgoing);
  }

  public WizardStep getStep() {
    return step;
  }

  public WizardStep[] getSteps() {
    return WizardStep.values();
  }

  /** Whether a step is behind. */
  public boolean isBehind(WizardStep one) {
    return one.compareTo(step) < 0;
  }

  public boolean at(String word) {
    return step.name().equals(word);
  }

  public Draft getCarrier() {
    return carrier;
  }

  public Draft getOffice() {
    return office;
  }

  public Draft getIncoming() {
    return incoming;
  }

  public Draft getOutgoing() {
    return outgoing;
  }

  public List<FormField> fields(Draft draft) {
    return draft.fields(language.getLocale());
  }

  /** Whether both NAPs are there, so that routes can be. */
  public boolean isRoutable() {
    return !carrier.isSkipped() && !office.isSkipped();
  }

  /** Goes on, when nothing is wrong with this step. */
  public void next() {
    asked().forEach(draft -> draft.skip(false));
    if (step == WizardStep.LANGUAGE && !prefer()) {
      return;
    }
    if (check(step == WizardStep.ROUTES ? all().toList() : upTo())) {
      go(1);
    }
  }

  /** Goes on without this step. */
  public void skip() {
    asked().forEach(draft -> draft.skip(true));
    go(1);
  }

  public void back() {
    go(-1);
  }

  private void go(int by) {
    troubles.clear();
    List<WizardStep> steps = List.of(WizardStep.values());
    step = steps.get(Math.clamp(steps.indexOf(step) + (long) by, 0, steps.size() - 1));
  }

  /** What this step asks for. */
  private List<Draft> asked() {
    return switch (step) {
      case CARRIER -> List.of(carrier);
      case OFFICE -> List.of(office);
      case ROUTES -> List.of(incoming, outgoing);
      case LANGUAGE, ACCOUNT, CHECK, DONE -> List.of();
    };
  }

  /** What was asked for until now. */
  private List<Draft> upTo() {
    return switch (step) {
      case LANGUAGE, ACCOUNT -> List.of();
      case CARRIER -> List.of(carrier);
      case OFFICE -> List.of(carrier, office);
      case ROUTES, CHECK, DONE -> all().toList();
    };
  }

  /** The drafts that are to be saved, the routes between the NAPs that they are. */
  private List<Draft> taken(List<Draft> drafts) {
    join(incoming, carrier, office);
    join(outgoing, office, carrier);
    return drafts.stream()
        .filter(draft -> !draft.isSkipped())
        .filter(draft -> draft.kind().equals("nap") || isRoutable())
        .toList();
  }

  private static void join(Draft route, Draft origin, Draft destination) {
    route.put("originNap", origin.getName());
    route.put("destinationNap", destination.getName());
  }

  /** Lets the configuration judge the drafts as if they were saved; whether they could be. */
  private boolean check(List<Draft> drafts) {
    troubles.clear();
    all().forEach(Draft::settle);
    List<Draft> taken = taken(drafts);
    if (!taken.isEmpty()) {
      tell(operations.importing(request(taken, true), edit()).problems(), taken);
    }
    return troubles.isEmpty() && taken.stream().noneMatch(Draft::hasProblems);
  }

  private void tell(List<ObjectProblem> problems, List<Draft> drafts) {
    for (ObjectProblem problem : problems) {
      List<Draft> concerned = drafts.stream().filter(one -> one.isAbout(problem)).toList();
      concerned.forEach(draft -> draft.tell(problem, language.getLocale()));
      if (concerned.isEmpty()) {
        troubles.add(problem.kind() + " " + problem.name() + ": " + problem.problem().message());
      }
    }
  }

  private static ImportRequest request(List<Draft> drafts, boolean dryRun) {
    Set<String> kinds = new HashSet<>(drafts.stream().map(Draft::kind).toList());
    return new ImportRequest(
        drafts.stream().map(Draft::toImport).toList(),
        kinds,
        List.of(),
        ImportMode.MERGE,
        false,
        dryRun);
  }

  private Edit edit() {
    return Edit.by(account.editor()).because(language.text("wizard"));
  }

  /** Saves everything and makes it live, or says why not and has saved nothing. */
  public void confirm() {
    if (!account.may(Right.CONFIGURE) || !check(all().toList())) {
      return;
    }
    List<Draft> taken = taken(all().toList());
    try {
      if (!taken.isEmpty()) {
        operations.importing(request(taken, false), edit());
        operations.apply(edit());
      }
    } catch (InvalidConfigurationException invalid) {
      tell(invalid.problems(), taken);
      return;
    } catch (ConfigurationException refused) {
      troubles.add(String.valueOf(refused.getMessage()));
      return;
    }
    go(1);
  }

  /** Makes language and zone count from now on, on this page too; whether they do. */
  private boolean prefer() {
    troubles.clear();
    List<String> suggested = all().map(this::suggestedName).toList();
    Preferences chosen = new Preferences(chosenLanguage, timeZone, personal.preferences().theme());
    personal.choose(chosen).forEach(problem -> troubles.add(problem.message()));
    if (!troubles.isEmpty()) {
      return false;
    }
    FacesContext faces = FacesContext.getCurrentInstance();
    if (chosenLanguage != null
        && faces.getExternalContext().getResponse() instanceof HttpServletResponse response) {
      response.addCookie(LanguageFilter.cookie(chosenLanguage));
    }
    faces.getViewRoot().setLocale(language.getLocale());
    // Names that nobody changed are in the new language, too.
    all()
        .filter(draft -> suggested.contains(draft.getName()) && isNew(draft))
        .filter(draft -> !draft.getName().equals(suggestedName(draft)))
        .forEach(draft -> begin(draft, suggestedName(draft)));
    return true;
  }

  private boolean isNew(Draft draft) {
    try {
      configuration.get(draft.kind(), draft.getName());
      return false;
    } catch (NotFoundException isNew) {
      return true;
    }
  }

  private String suggestedName(Draft draft) {
    return language.text("wizard.name." + draft.getKey());
  }

  /** What is wrong and concerns no field that is asked for. */
  public List<String> getTroubles() {
    List<String> texts = new ArrayList<>(troubles);
    all().forEach(draft -> texts.addAll(draft.getOtherProblems()));
    return texts;
  }

  /** The objects that are to be saved. */
  public List<Draft> getSummary() {
    return taken(all().toList());
  }

  /** Tries the number that was typed. */
  public void attempt() {
    // The answer is made when the page is.
  }

  /** Where the number that was typed would go; null while none was. */
  public @Nullable Decision getDecision() {
    if (called.isEmpty()) {
      return null;
    }
    String origin = from.equals("office") ? office.getName() : carrier.getName();
    return Trial.decide(
        configuration.export(Trial.kinds(), false).objects(),
        step == WizardStep.DONE ? List.of() : getSummary(),
        new CallRequest(origin, calling, called));
  }

  /** The way it would go first; null when there is none. */
  public @Nullable Candidate getWay() {
    Decision decision = getDecision();
    return decision == null || decision.candidates().isEmpty()
        ? null
        : decision.candidates().getFirst();
  }

  public String getFrom() {
    return from;
  }

  public void setFrom(@Nullable String from) {
    this.from = from == null ? "carrier" : from;
  }

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

  public @Nullable String getLanguage() {
    return chosenLanguage;
  }

  public void setLanguage(@Nullable String chosen) {
    chosenLanguage = chosen;
  }

  public @Nullable String getTimeZone() {
    return timeZone;
  }

  public void setTimeZone(@Nullable String chosen) {
    timeZone = chosen;
  }
}
