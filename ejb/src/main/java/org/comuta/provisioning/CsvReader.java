package org.comuta.provisioning;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads comma-separated values as RFC 4180 says, with a comma or a semicolon between them. Empty
 * lines are passed over. Used once, by one thread.
 */
final class CsvReader {
  /** Values that belong together, and the line they begin on, from 1. */
  record Row(List<String> cells, int line) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  private static final int MOST_CELLS = 1_000;

  private final String text;
  private final char delimiter;
  private final StringBuilder cell = new StringBuilder();
  private int at;
  private int line = 1;

  private CsvReader(String text) {
    this.text = text;
    this.delimiter = delimiter(text);
  }

  /** All rows, the one with the names first. */
  static List<Row> read(String text) throws FileException {
    CsvReader reader =
        new CsvReader(text.startsWith("\uFEFF") ? text.substring(1) : text); // as Excel writes it
    List<Row> rows = new ArrayList<>();
    while (reader.at < reader.text.length()) {
      Row row = reader.row();
      if (row.cells().size() > 1 || !row.cells().getFirst().isEmpty()) {
        rows.add(row);
      }
    }
    return rows;
  }

  /** Names have neither in them, so the first of both in the first line tells. */
  private static char delimiter(String text) {
    for (int i = 0; i < text.length() && text.charAt(i) != '\n'; i++) {
      char c = text.charAt(i);
      if (c == ';' || c == ',') {
        return c;
      }
    }
    return ',';
  }

  private Row row() throws FileException {
    int begin = line;
    List<String> cells = new ArrayList<>();
    while (true) {
      cells.add(cell());
      if (cells.size() > MOST_CELLS) {
        throw new FileException("A line has more than " + MOST_CELLS + " values.", begin);
      }
      if (at >= text.length()) {
        return new Row(cells, begin);
      }
      char end = text.charAt(at++);
      if (end == '\r' && at < text.length() && text.charAt(at) == '\n') {
        at++;
      }
      if (end != delimiter) {
        line++;
        return new Row(cells, begin);
      }
    }
  }

  /** Stops at what ends it. */
  private String cell() throws FileException {
    cell.setLength(0);
    if (at < text.length() && text.charAt(at) == '"') {
      quoted();
      if (at < text.length() && !isEnd(text.charAt(at))) {
        throw new FileException("Something follows the closing quote.", line);
      }
    } else {
      while (at < text.length() && !isEnd(text.charAt(at))) {
        cell.append(text.charAt(at++));
      }
    }
    return cell.toString();
  }

  private void quoted() throws FileException {
    int begin = line;
    at++;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"') {
        if (at >= text.length() || text.charAt(at) != '"') {
          return;
        }
        at++;
      } else if (c == '\n') {
        line++;
      }
      cell.append(c);
    }
    throw new FileException("A quote is not closed.", begin);
  }

  private boolean isEnd(char c) {
    return c == delimiter || c == '\n' || c == '\r';
  }
}
