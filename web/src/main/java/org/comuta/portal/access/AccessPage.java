package org.comuta.portal.access;

import jakarta.annotation.PostConstruct;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.net.InetAddress;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.comuta.access.AccessBean;
import org.comuta.access.AccessMatcher;
import org.comuta.access.AccessOutcome;
import org.comuta.access.AccessRule;
import org.comuta.access.AccessRules;
import org.comuta.access.AccessState;
import org.comuta.access.Action;
import org.comuta.access.Service;
import org.comuta.access.Trial;
import org.comuta.description.Problem;
import org.comuta.identity.Right;
import org.comuta.network.Addresses;
import org.comuta.portal.Account;
import org.comuta.portal.Language;
import org.comuta.portal.table.AccessRulesTable;
import org.comuta.portal.table.AccessRulesTable.PlacedRule;
import org.comuta.portal.table.Table;
import org.jspecify.annotations.Nullable;
import org.primefaces.PrimeFaces;

/**
 * The access lists as they are edited: all rules are typed first and put into effect together. One
 * view each.
 */
@Named
@ViewScoped
public class AccessPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String FORM = "edit:";
  private static final int NEW = -1;

  @Inject private AccessBean access;
  @Inject private Account account;
  @Inject private Language language;
  @Inject private HttpServletRequest request;
  @Inject private Table<PlacedRule> table;

  private List<RuleModel> rules = new ArrayList<>();
  private Action defaultAction = Action.ALLOW;
  private long change;
  private RuleModel edited = new RuleModel();
  private int place = NEW;
  private String asking = "";
  private Service askedFor = Service.PORTAL;
  private String verdict = "";
  private boolean letIn;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public AccessPage() {}

  @PostConstruct
  void begin() {
    show(access.state());
    table.show(AccessRulesTable.ID, this::placed);
  }

  private List<PlacedRule> placed() {
    return AccessRulesTable.placed(typed().rules());
  }

  /** The rules as they are typed. */
  public Table<PlacedRule> getTable() {
    return table;
  }

  private void show(AccessState state) {
    AccessRules shown = shown(state);
    rules = new ArrayList<>(shown.rules().stream().map(RuleModel::of).toList());
    defaultAction = shown.defaultAction();
    change = state.change();
  }

  private static AccessRules shown(AccessState state) {
    Trial trial = state.trial();
    return trial == null ? state.confirmed() : trial.rules();
  }

  private AccessRules typed() {
    return new AccessRules(rules.stream().map(RuleModel::rule).toList(), defaultAction);
  }

  public List<RuleModel> getRules() {
    return rules;
  }

  /** What waits for confirmation; null when nothing does. */
  public @Nullable Trial getTrial() {
    return access.latest().trial();
  }

  /** What the banner says of a trial. */
  public String describe(Trial trial) {
    return new MessageFormat(language.text("access.trial"), language.getLocale())
        .format(new Object[] {trial.user(), trial.address()});
  }

  /** Seconds until the trial ends; 0 without one. */
  public long getSecondsLeft() {
    Trial trial = getTrial();
    return trial == null
        ? 0
        : Math.max(0, Duration.between(Instant.now(), trial.until()).toSeconds());
  }

  /** Whether something was typed that is not in effect. */
  public boolean isChanged() {
    return !typed().equals(shown(access.latest()));
  }

  /** Whether what was typed would keep out the one who types it. */
  public boolean isLocksOut() {
    return account.may(Right.ADMINISTER)
        && isChanged()
        && !new AccessMatcher(typed()).permits(Service.PORTAL, own());
  }

  /** Where the one who looks is. */
  public String getOwnAddress() {
    return own().getHostAddress();
  }

  private InetAddress own() {
    return InetAddress.ofLiteral(request.getRemoteAddr().replaceFirst("%.*", ""));
  }

  /** Puts a new rule into the dialog. */
  public void create() {
    edited = new RuleModel();
    place = NEW;
  }

  /** Puts the rule at this place, from 1, into the dialog. */
  public void edit(int at) {
    edited = RuleModel.of(rules.get(at - 1).rule());
    place = at - 1;
  }

  /** Takes over what is in the dialog, or says what is wrong with it. */
  public void keep() {
    AccessRules one = new AccessRules(List.of(edited.rule()), defaultAction).canonical();
    List<Problem> problems = one.check();
    problems.forEach(this::complain);
    boolean kept = problems.isEmpty() && account.may(Right.ADMINISTER);
    if (kept) {
      RuleModel rule = RuleModel.of(one.rules().getFirst());
      if (place == NEW || place >= rules.size()) {
        rules.add(rule);
      } else {
        rules.set(place, rule);
      }
    }
    PrimeFaces.current().ajax().addCallbackParam("kept", kept);
  }

  private void complain(Problem problem) {
    String field = problem.field().substring(problem.field().indexOf('.') + 1);
    tell(
        FORM + field,
        FacesMessage.SEVERITY_ERROR,
        language.textOrKey("access.wrong." + field + "." + problem.code()));
  }

  /** Removes the rule at this place, from 1. */
  public void remove(int at) {
    rules.remove(at - 1);
  }

  /** Moves the rule at this place, from 1, up (-1) or down (1). */
  public void move(int at, int by) {
    int to = at - 1 + by;
    if (to >= 0 && to < rules.size()) {
      rules.add(to, rules.remove(at - 1));
    }
  }

  /** Forgets what was typed. */
  public void discard() {
    show(access.state());
  }

  /** Puts everything into effect, on trial. */
  public void putIntoEffect() {
    if (account.may(Right.ADMINISTER)) {
      tell(access.change(typed(), change, account.actor()), "access.inEffect");
    }
  }

  /** Makes what is on trial hold. */
  public void confirm() {
    if (account.may(Right.ADMINISTER)) {
      tell(access.confirm(change, account.actor()), "access.confirmed");
    }
  }

  /** Ends the trial before its time. */
  public void takeBack() {
    if (account.may(Right.ADMINISTER)) {
      tell(access.takeBack(account.actor()), "access.takenBack");
    }
  }

  /** Shows how the lists stand when they were changed behind this view. */
  public void follow() {
    AccessState state = access.state();
    if (state.change() != change) {
      show(state);
      PrimeFaces.current().ajax().update("access", "growl");
      tell(null, FacesMessage.SEVERITY_WARN, language.text("access.overtaken"));
    }
  }

  private void tell(AccessOutcome outcome, String done) {
    switch (outcome) {
      case AccessOutcome.Done now -> {
        show(now.state());
        tell(null, FacesMessage.SEVERITY_INFO, language.text(done));
      }
      case AccessOutcome.Invalid invalid ->
          invalid
              .problems()
              .forEach(problem -> tell(null, FacesMessage.SEVERITY_ERROR, problem.message()));
      case AccessOutcome.Stale ignored -> follow();
      case AccessOutcome.NothingOnTrial ignored -> follow();
    }
  }

  /** Says how an address would be judged by the rules as they are shown. */
  public void judge() {
    String address = asking.strip();
    if (!Addresses.isAddress(address)) {
      verdict = "";
      tell(
          "test:address",
          FacesMessage.SEVERITY_ERROR,
          language.text("access.wrong.address.literal"));
      return;
    }
    AccessMatcher.Verdict judged =
        new AccessMatcher(typed()).decide(askedFor, InetAddress.ofLiteral(address));
    letIn = judged.letIn();
    verdict = reason(judged);
  }

  private String reason(AccessMatcher.Verdict judged) {
    if (judged.loopback()) {
      return language.text("access.verdict.loopback");
    }
    Integer rule = judged.rule();
    return rule == null
        ? language.text("access.verdict.default")
        : new MessageFormat(language.text("access.verdict.rule"), language.getLocale())
            .format(new Object[] {rule + 1});
  }

  private static void tell(@Nullable String client, FacesMessage.Severity severity, String text) {
    FacesContext.getCurrentInstance().addMessage(client, new FacesMessage(severity, text, null));
  }

  /** What is in the dialog. */
  public RuleModel getEdited() {
    return edited;
  }

  public Action[] getActions() {
    return Action.values();
  }

  public Service[] getServices() {
    return Service.values();
  }

  public Action getDefaultAction() {
    return defaultAction;
  }

  public void setDefaultAction(Action defaultAction) {
    this.defaultAction = defaultAction;
  }

  public String getAsking() {
    return asking;
  }

  public void setAsking(@Nullable String asking) {
    this.asking = asking == null ? "" : asking;
  }

  public Service getAskedFor() {
    return askedFor;
  }

  public void setAskedFor(Service askedFor) {
    this.askedFor = askedFor;
  }

  /** Why an address would be judged so; empty before one was asked about. */
  public String getVerdict() {
    return verdict;
  }

  public boolean isLetIn() {
    return letIn;
  }

  /** Most characters of a comment. */
  public int getLongestComment() {
    return AccessRule.LONGEST_COMMENT;
  }
}
