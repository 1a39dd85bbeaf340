package org.comuta.portal;

import jakarta.annotation.PostConstruct;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comuta.description.Problem;
import org.comuta.identity.AuditBean;
import org.comuta.identity.Right;
import org.comuta.identity.Role;
import org.comuta.identity.SignInPolicy;
import org.comuta.identity.SignInPolicy.Amount;
import org.comuta.identity.SignInPolicyBean;
import org.jspecify.annotations.Nullable;
import org.primefaces.PrimeFaces;

/** The page of the rules of sign-in, and of how long the audit log is kept. One view. */
@Named
@ViewScoped
public class SignInRulesPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private SignInPolicyBean policies;
  @Inject private AuditBean audit;
  @Inject private Account account;
  @Inject private Language language;

  private final HashMap<String, @Nullable String> values = new HashMap<>();
  private final LinkedHashMap<String, String> problems = new LinkedHashMap<>();
  private List<String> secondFactorFor = new ArrayList<>();

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public SignInRulesPage() {}

  @PostConstruct
  void open() {
    SignInPolicy policy = policies.policy();
    for (Amount amount : Amount.values()) {
      values.put(amount.field(), Long.toString(policy.amount(amount)));
    }
    values.put(SignInRule.AUDIT.name(), Integer.toString(audit.keptDays()));
    secondFactorFor = new ArrayList<>(policy.secondFactorFor().stream().map(Role::name).toList());
  }

  public SignInRule.Section[] getSections() {
    return SignInRule.Section.values();
  }

  /** The numbers of a part, in order. */
  public List<SignInRule> rules(SignInRule.Section section) {
    return Stream.concat(
            Arrays.stream(Amount.values()).map(SignInRule::of), Stream.of(SignInRule.AUDIT))
        .filter(rule -> rule.section() == section)
        .toList();
  }

  public String hint(SignInRule rule) {
    return rule.hint(language);
  }

  public boolean isReadOnly() {
    return !account.may(Right.ADMINISTER);
  }

  public Map<String, @Nullable String> getValues() {
    return values;
  }

  /** Words of the roles whose users must have a second factor. */
  public List<String> getSecondFactorFor() {
    return secondFactorFor;
  }

  public void setSecondFactorFor(@Nullable List<String> roles) {
    this.secondFactorFor = roles == null ? new ArrayList<>() : roles;
  }

  public Role[] getRoles() {
    return Role.values();
  }

  /** What is wrong with a field; empty when nothing is. */
  public String problem(String field) {
    return problems.getOrDefault(field, "");
  }

  /** Names of the fields that something is wrong with. */
  public Set<String> getWrong() {
    return problems.keySet();
  }

  /** Saves, or says at the fields why not; then nothing is changed. */
  public void save() {
    problems.clear();
    if (isReadOnly()) {
      return;
    }
    SignInPolicy policy =
        SignInPolicy.of(amount -> number(SignInRule.of(amount)))
            .withSecondFactorFor(
                secondFactorFor.stream().map(Role::valueOf).collect(Collectors.toSet()));
    int days = (int) number(SignInRule.AUDIT);
    if (problems.isEmpty()) {
      policies.save(policy, account.actor()).forEach(this::tell);
    }
    if (problems.isEmpty() && days != audit.keptDays()) {
      audit.keep(days, account.actor());
    }
    PrimeFaces.current().ajax().addCallbackParam("refused", !problems.isEmpty());
    if (problems.isEmpty()) {
      open();
      FacesContext.getCurrentInstance()
          .addMessage(
              null,
              new FacesMessage(FacesMessage.SEVERITY_INFO, language.text("rules.saved"), null));
    }
  }

  /** What is typed; what is left empty is as shipped. */
  private long number(SignInRule rule) {
    String typed = values.get(rule.name());
    if (typed == null || typed.isBlank()) {
      return rule.otherwise();
    }
    String text = typed.strip();
    if (text.matches("[0-9]{1,9}")) {
      long number = Long.parseLong(text);
      if (number >= rule.least() && number <= rule.most()) {
        return number;
      }
    }
    problems.put(
        rule.name(),
        MessageFormat.format(
            language.text("problem.number"),
            Long.toString(rule.least()),
            Long.toString(rule.most())));
    return rule.otherwise();
  }

  private void tell(Problem problem) {
    problems.put(
        problem.field(),
        problem.code().equals("conflict")
            ? language.text("rule." + problem.field() + ".conflict")
            : problem.message());
  }
}
