package org.comuta.portal.table.file;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.comuta.portal.table.Column;
import org.comuta.portal.table.Words;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Rows as a sheet of Office Open XML (ECMA-376): numbers, moments and durations as such, so that a
 * spreadsheet can reckon with them; texts are texts, whatever they begin with. Rows go out as they
 * come and are not kept.
 */
final class XlsxRows<T> implements RowWriter<T> {
  private static final int ROWS_AT_A_TIME = 200;
  private static final int LONGEST_TEXT = 32_767;
  private static final double SECONDS_OF_A_DAY = Duration.ofDays(1).toSeconds();
  private static final double CHARACTERS_PER_REM = 1.6;
  private static final String MOMENT = "yyyy-mm-dd hh:mm:ss";
  private static final String DURATION = "[h]:mm:ss";

  private final List<Column<T>> columns;
  private final Words words;
  private final Workbook book;
  private final Worksheet sheet;
  private int next;

  XlsxRows(List<Column<T>> columns, Words words, String title, OutputStream out) {
    this.columns = columns;
    this.words = words;
    this.book = new Workbook(out, "Comuta", null);
    this.sheet = book.newWorksheet(title);
  }

  @Override
  public void begin() {
    sheet.freezePane(0, 1);
    for (int i = 0; i < columns.size(); i++) {
      sheet.width(i, columns.get(i).getWidth().rem() * CHARACTERS_PER_REM);
      sheet.inlineString(0, i, columns.get(i).getLabel());
      sheet.style(0, i).bold().set();
    }
    next = 1;
  }

  @Override
  public void row(T row) throws IOException {
    for (int i = 0; i < columns.size(); i++) {
      cell(i, columns.get(i), row);
    }
    next++;
    if (next % ROWS_AT_A_TIME == 0) {
      sheet.flush();
    }
  }

  private void cell(int at, Column<T> column, T row) {
    switch (column.value(row)) {
      case null -> {}
      case Instant moment -> {
        sheet.value(next, at, LocalDateTime.ofInstant(moment, words.zone()));
        sheet.style(next, at).format(MOMENT).set();
      }
      case Duration duration -> {
        sheet.value(next, at, duration.toMillis() / 1_000.0 / SECONDS_OF_A_DAY);
        sheet.style(next, at).format(DURATION).set();
      }
      case Number number -> sheet.value(next, at, number);
      default -> {
        String text = column.fileText(row);
        if (!text.equals(Words.NOTHING)) {
          sheet.inlineString(next, at, printable(text));
        }
      }
    }
  }

  /** What XML can hold, and one cell. */
  private static String printable(String text) {
    StringBuilder printable = new StringBuilder(text.length());
    text.codePoints()
        .limit(LONGEST_TEXT / 2)
        .map(point -> isOfXml(point) ? point : '?')
        .forEach(printable::appendCodePoint);
    return printable.toString();
  }

  private static boolean isOfXml(int point) {
    return point == '\t'
        || point == '\n'
        || (point >= ' ' && point < Character.MIN_SURROGATE)
        || (point > Character.MAX_SURROGATE && point < 0xFFFE)
        || point >= Character.MIN_SUPPLEMENTARY_CODE_POINT;
  }

  @Override
  public void end() throws IOException {
    if (!columns.isEmpty()) {
      sheet.setAutoFilter(0, 0, Math.max(next - 1, 0), columns.size() - 1);
    }
    sheet.finish();
    book.finish();
  }
}
