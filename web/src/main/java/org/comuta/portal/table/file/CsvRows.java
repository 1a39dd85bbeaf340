package org.comuta.portal.table.file;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.comuta.portal.table.Column;
import org.comuta.portal.table.Words;

/**
 * Rows as text with separators (RFC 4180), as a spreadsheet in the reader's language opens it:
 * UTF-8 with a mark at the beginning, a semicolon where commas stand in numbers, moments in the
 * reader's zone. What a spreadsheet would take for a formula gets an apostrophe before it:
 * strangers choose the names and numbers they call with.
 */
final class CsvRows<T> implements RowWriter<T> {
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final String FORMULA = "=+-@\t\r";
  private static final String END = "\r\n";
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  private final List<Column<T>> columns;
  private final Words words;
  private final Writer out;
  private final boolean commas;
  private final String separator;
  private final Pattern special;

  CsvRows(List<Column<T>> columns, Words words, OutputStream out) {
    this.columns = columns;
    this.words = words;
    this.out = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    this.commas = !words.locale().getLanguage().equals("en");
    this.separator = commas ? ";" : ",";
    this.special = Pattern.compile("[\"\r\n" + separator + "]");
  }

  @Override
  public void begin() throws IOException {
    out.write(BYTE_ORDER_MARK);
    line(columns.stream().map(column -> text(column.getLabel())).toList());
  }

  @Override
  public void row(T row) throws IOException {
    line(columns.stream().map(column -> cell(column, row)).toList());
  }

  @Override
  public void end() throws IOException {
    out.flush();
  }

  private void line(List<String> cells) throws IOException {
    out.write(cells.stream().map(this::quoted).collect(Collectors.joining(separator)) + END);
  }

  private String cell(Column<T> column, T row) {
    Object value = column.value(row);
    return switch (value) {
      case null -> "";
      case Instant moment -> MOMENT.format(moment.atZone(words.zone()));
      case Duration duration -> clock(duration);
      case Double number -> decimal(number);
      case Number number -> number.toString();
      default -> text(shown(column, row));
    };
  }

  private static String clock(Duration duration) {
    return "%d:%02d:%02d"
        .formatted(duration.toHours(), duration.toMinutesPart(), duration.toSecondsPart());
  }

  private String decimal(double number) {
    String text = String.format(Locale.ROOT, "%.2f", number);
    return commas ? text.replace('.', ',') : text;
  }

  private static <T> String shown(Column<T> column, T row) {
    String text = column.fileText(row);
    return text.equals(Words.NOTHING) ? "" : text;
  }

  private static String text(String text) {
    return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  private String quoted(String cell) {
    return special.matcher(cell).find() ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
  }
}
