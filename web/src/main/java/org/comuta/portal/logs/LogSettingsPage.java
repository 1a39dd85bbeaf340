package org.comuta.portal.logs;

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
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.comuta.description.Problem;
import org.comuta.identity.Right;
import org.comuta.logging.LogSettings;
import org.comuta.logging.LoggingBean;
import org.comuta.logging.TraceSwitch;
import org.comuta.logging.line.LogComponent;
import org.comuta.logging.line.LogLevel;
import org.comuta.logging.syslog.SyslogFacility;
import org.comuta.logging.syslog.SyslogFraming;
import org.comuta.logging.syslog.SyslogState;
import org.comuta.logging.syslog.SyslogTarget;
import org.comuta.logging.syslog.SyslogTransport;
import org.comuta.portal.Account;
import org.comuta.portal.Language;
import org.jspecify.annotations.Nullable;

/** The page of the log's settings: the trace, levels, what is kept, syslog servers. */
@Named
@ViewScoped
public class LogSettingsPage implements Serializable {
  private static final int USUAL_MINUTES = 15;

  @Inject private LoggingBean logging;
  @Inject private Account account;
  @Inject private Language language;

  private final List<LevelRow> rows = new ArrayList<>();
  private final List<SyslogForm> targets = new ArrayList<>();
  private final Map<String, String> complaints = new HashMap<>();
  private List<LogComponent> traced = new ArrayList<>(EnumSet.copyOf(LogComponent.MESSAGES));
  private int minutes = USUAL_MINUTES;
  private int rotateMegabytes;
  private int keepMegabytes;
  private int keepDays;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public LogSettingsPage() {}

  @PostConstruct
  void begin() {
    LogSettings settings = logging.settings();
    settings
        .levels()
        .forEach(
            (component, level) ->
                rows.add(
                    new LevelRow(component, level, settings.neverTraced().contains(component))));
    settings.syslog().forEach(target -> targets.add(SyslogForm.of(target)));
    rotateMegabytes = settings.rotateMegabytes();
    keepMegabytes = settings.keepMegabytes();
    keepDays = settings.keepDays();
  }

  private LogSettings typed() {
    Map<LogComponent, LogLevel> levels = new EnumMap<>(LogComponent.class);
    rows.forEach(row -> levels.put(row.getComponent(), row.getLevel()));
    return new LogSettings(
        levels,
        rows.stream()
            .filter(LevelRow::isNever)
            .map(LevelRow::getComponent)
            .collect(Collectors.toUnmodifiableSet()),
        rotateMegabytes,
        keepMegabytes,
        keepDays,
        targets.stream().map(SyslogForm::target).toList());
  }

  /** Makes what is typed count, or says what is wrong with it. */
  public void save() {
    if (account.may(Right.DIAGNOSE)) {
      List<Problem> problems = logging.save(typed(), account.actor());
      complain(problems);
      if (problems.isEmpty()) {
        tell(FacesMessage.SEVERITY_INFO, language.text("logSettings.saved"));
      } else {
        tell(FacesMessage.SEVERITY_ERROR, language.text("logSettings.refused"));
      }
    }
  }

  /** Begins a trace. */
  public void startTrace() {
    if (account.may(Right.DIAGNOSE)) {
      Set<LogComponent> components = Set.copyOf(traced);
      complain(logging.startTrace(components, minutes, account.actor()));
    }
  }

  /** Ends the trace. */
  public void stopTrace() {
    if (account.may(Right.DIAGNOSE)) {
      logging.stopTrace(account.actor());
    }
  }

  /** Adds an empty syslog server to the form. */
  public void addTarget() {
    if (targets.size() < LogSettings.MOST_TARGETS) {
      targets.add(new SyslogForm());
    }
  }

  /** Takes a syslog server out of the form. */
  public void removeTarget(SyslogForm target) {
    targets.remove(target);
    complaints.clear();
  }

  /** Sends a test message to a server as it is typed. */
  public void test(SyslogForm form) {
    if (!account.may(Right.DIAGNOSE)) {
      return;
    }
    SyslogTarget target = form.target();
    List<Problem> problems = target.check("syslog[" + targets.indexOf(form) + "].");
    complain(problems);
    if (problems.isEmpty()) {
      String failure = logging.test(target, account.actor());
      tell(
          failure == null ? FacesMessage.SEVERITY_INFO : FacesMessage.SEVERITY_ERROR,
          MessageFormat.format(
              language.text(failure == null ? "syslog.tested" : "syslog.testFailed"),
              target.name(),
              failure));
    }
  }

  private void complain(List<Problem> problems) {
    complaints.clear();
    LogComplaints texts = new LogComplaints(language.getLocale());
    problems.forEach(problem -> complaints.putIfAbsent(problem.field(), texts.of(problem)));
  }

  private static void tell(FacesMessage.Severity severity, String text) {
    FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(severity, text, null));
  }

  /** What is wrong with a field; null when nothing is. */
  public @Nullable String complaint(String field) {
    return complaints.get(field);
  }

  /** How it goes with a server that is saved; null for one that is not. */
  public @Nullable SyslogState state(@Nullable String name) {
    return logging.syslog().stream()
        .filter(state -> state.name().equals(name))
        .findFirst()
        .orElse(null);
  }

  /** Whether nothing can be changed. */
  public boolean isReadOnly() {
    return !account.may(Right.DIAGNOSE);
  }

  /** The trace that goes on. */
  public TraceSwitch getTrace() {
    return logging.trace();
  }

  public long getTraceDropped() {
    return logging.traceDropped();
  }

  public List<LevelRow> getRows() {
    return rows;
  }

  public List<SyslogForm> getTargets() {
    return targets;
  }

  public boolean isFull() {
    return targets.size() >= LogSettings.MOST_TARGETS;
  }

  /** What a trace can be of. */
  public List<LogComponent> getTraceable() {
    return Arrays.stream(LogComponent.values()).filter(LogComponent::canTrace).toList();
  }

  public SyslogTransport[] getTransports() {
    return SyslogTransport.values();
  }

  public SyslogFraming[] getFramings() {
    return SyslogFraming.values();
  }

  public SyslogFacility[] getFacilities() {
    return SyslogFacility.values();
  }

  public LogLevel[] getLevels() {
    return LogLevel.values();
  }

  public List<LogComponent> getTraced() {
    return traced;
  }

  public void setTraced(List<LogComponent> traced) {
    this.traced = traced;
  }

  public int getMinutes() {
    return minutes;
  }

  public void setMinutes(int minutes) {
    this.minutes = minutes;
  }

  public int getRotateMegabytes() {
    return rotateMegabytes;
  }

  public void setRotateMegabytes(int rotateMegabytes) {
    this.rotateMegabytes = rotateMegabytes;
  }

  public int getKeepMegabytes() {
    return keepMegabytes;
  }

  public void setKeepMegabytes(int keepMegabytes) {
    this.keepMegabytes = keepMegabytes;
  }

  public int getKeepDays() {
    return keepDays;
  }

  public void setKeepDays(int keepDays) {
    this.keepDays = keepDays;
  }
}
