package org.comuta.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Writes the audit log as text with commas, RFC 4180. What a spreadsheet would take for a formula
 * gets an apostrophe before it: strangers choose the names they try.
 */
public final class AuditCsv {
  private static final String FORMULA = "=+-@\t\r";
  private static final String END = "\r\n";

  private AuditCsv() {}

  /** Writes a line of headings and one for each entry that {@code entries} gives. */
  public static void write(Consumer<Consumer<AuditEntry>> entries, Writer writer)
      throws IOException {
    writer.write("id,at,user,address,action,kind,object,outcome,detail" + END);
    try {
      entries.accept(entry -> write(entry, writer));
    } catch (UncheckedIOException gone) {
      throw gone.getCause();
    }
  }

  private static void write(AuditEntry entry, Writer writer) {
    String line =
        List.of(
                String.valueOf(entry.id()),
                entry.at().toString(),
                entry.user(),
                entry.address(),
                entry.action().name(),
                entry.kind(),
                entry.object(),
                entry.outcome().name(),
                entry.detail())
            .stream()
            .map(AuditCsv::field)
            .collect(Collectors.joining(","));
    try {
      writer.write(line + END);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private static String field(String text) {
    String harmless = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    return harmless.matches("[^\",\r\n]*") ? harmless : '"' + harmless.replace("\"", "\"\"") + '"';
  }
}
