package org.comuta.logging.syslog;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.comuta.logging.line.LogLine;
import org.comuta.logging.syslog.SyslogMessage.Element;

/**
 * Who sends messages. Immutable.
 *
 * @param hostName of this machine
 * @param process number of the server's process
 */
public record SyslogSource(String hostName, String process) {
  private static final String APPLICATION = "comuta";

  /** RFC 5424 7.3.1: a number that begins again after this one. */
  private static final long LAST_SEQUENCE = 2_147_483_647L;

  /** A line as a message: the component is its kind, logger and thread begin the text. */
  SyslogMessage message(SyslogFacility facility, LogLine line, long sequence) {
    return new SyslogMessage(
        facility,
        line.level().severity(),
        line.at().atOffset(ZoneOffset.UTC),
        hostName,
        APPLICATION,
        process,
        line.component().name(),
        List.of(
            new Element("origin", Map.of("software", "Comuta")),
            new Element(
                "meta", Map.of("sequenceId", Long.toString((sequence - 1) % LAST_SEQUENCE + 1)))),
        "[" + line.logger() + "] (" + line.thread() + ") " + line.text(),
        true);
  }
}
