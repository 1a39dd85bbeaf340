package org.comuta.rest;

import java.util.Map;
import org.comuta.logging.file.LogFile;
import org.comuta.logging.syslog.SyslogState;
import org.comuta.logging.syslog.SyslogTarget;

/** The log and its settings, in the OpenAPI document. */
final class ApiLogs {
  /** What operations take and give, by method and path. */
  static final Map<String, Exchanged> OPERATIONS =
      Map.ofEntries(
          Map.entry(
              "GET logs",
              Exchanged.list(
                  "The files of the log, the one that changed last first",
                  LogFile.class,
                  LogsResource.FILTERS)),
          Map.entry(
              "GET logs/tail",
              Exchanged.paged(
                  "The newest lines since the start; with follow=true, waits for one",
                  LogsResource.TailView.class,
                  LogsResource.TAIL_FILTERS)),
          Map.entry(
              "GET log-settings",
              Exchanged.one("How the exchange logs", LogSettingsResource.SettingsView.class)),
          Map.entry(
              "PUT log-settings",
              Exchanged.one(
                      "Replace the settings of the log", LogSettingsResource.SettingsView.class)
                  .taking(LogSettingsResource.SettingsView.class)),
          Map.entry(
              "GET log-settings/trace",
              Exchanged.one("The trace that goes on", LogSettingsResource.TraceView.class)),
          Map.entry(
              "PUT log-settings/trace",
              Exchanged.one(
                      "Begin a trace that ends by itself", LogSettingsResource.TraceView.class)
                  .taking(LogSettingsResource.TraceBody.class)),
          Map.entry(
              "GET log-settings/syslog",
              Exchanged.list(
                  "How it goes with the syslog servers",
                  SyslogState.class,
                  LogSettingsResource.FILTERS)),
          Map.entry(
              "POST log-settings/syslog/test",
              Exchanged.one(
                      "Send a test message to a syslog server", LogSettingsResource.TestView.class)
                  .taking(SyslogTarget.class)),
          Map.entry("DELETE log-settings/trace", Exchanged.done("End the trace before its time")));

  private ApiLogs() {}
}
