package org.comuta.logging.line;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * The parts of the exchange that log, by the names people use, and their loggers. The only list:
 * settings, filters, portal and syslog work from it.
 */
public enum LogComponent {
  /** Each SIP message that comes and goes; written to the trace only. */
  SIP_MESSAGES("org.comuta.trace.sip"),
  /** Each order to the media engine and its answer; written to the trace only. */
  MEDIA_MESSAGES("org.comuta.trace.media"),
  /** SIP transports, transactions and dialogs. */
  SIP("org.comuta.sip"),
  /** Calls: their legs, their end, what survives a restart. */
  CALLS("org.comuta.sip.callcontrol", "org.comuta.call", "org.comuta.survival"),
  /** The way of calls, limits, numbers. */
  ROUTING(
      "org.comuta.routing",
      "org.comuta.admission",
      "org.comuta.nap",
      "org.comuta.number",
      "org.comuta.retry"),
  /** The media engine and the adapter to it. */
  MEDIA("org.comuta.media"),
  /** Call records and where they go. */
  RECORDS("org.comuta.cdr"),
  /** Saving, applying, importing the configuration. */
  CONFIGURATION("org.comuta.configuration", "org.comuta.provisioning", "org.comuta.snapshot"),
  /** Users, sign-in, sessions, tokens, secrets. */
  IDENTITY("org.comuta.identity", "org.comuta.security", "org.comuta.secret"),
  /** The schema of the database and trouble with it. */
  DATABASE("org.comuta.schema", "org.comuta.database"),
  /** The pages of the portal. */
  PORTAL("org.comuta.portal", "org.comuta.account", "org.comuta.preference"),
  /** The REST interface. */
  API("org.comuta.rest", "org.comuta.operation"),
  /** Everything else of Comuta. */
  EXCHANGE("org.comuta"),
  /**
   * The application server and the libraries in it. Never in more detail than INFO: what they would
   * write then is not ours to keep free of secrets.
   */
  SERVER("");

  private record Name(String prefix, LogComponent component) {}

  /** The longest first, so that the first that fits is the right one. */
  private static final List<Name> NAMES =
      Arrays.stream(values())
          .flatMap(one -> one.loggers.stream().map(prefix -> new Name(prefix, one)))
          .sorted(Comparator.comparingInt((Name name) -> name.prefix().length()).reversed())
          .toList();

  @SuppressWarnings("ImmutableEnumChecker") // as List.of made it
  private final List<String> loggers;

  LogComponent(String... loggers) {
    this.loggers = List.of(loggers);
  }

  /** Name that the loggers of all traces begin with. */
  public static final String TRACES = "org.comuta.trace";

  /** What a trace is of where nobody says it. */
  public static final Set<LogComponent> MESSAGES = Set.of(SIP_MESSAGES, MEDIA_MESSAGES);

  /** Names of its loggers; those below them belong to it too. */
  public List<String> loggers() {
    return loggers;
  }

  /** The most detail that can be asked of it. */
  public LogLevel finest() {
    return this == SERVER ? LogLevel.INFO : LogLevel.TRACE;
  }

  /** Whether a trace can be of it. */
  public boolean canTrace() {
    return finest() == LogLevel.TRACE;
  }

  /** The component of a logger of this name. */
  public static LogComponent of(String logger) {
    for (Name name : NAMES) {
      String prefix = name.prefix();
      if (logger.startsWith(prefix)
          && (prefix.isEmpty()
              || logger.length() == prefix.length()
              || logger.charAt(prefix.length()) == '.')) {
        return name.component();
      }
    }
    return SERVER;
  }
}
