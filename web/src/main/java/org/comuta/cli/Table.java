package org.comuta.cli;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.WCWidth;

/** Rows below a head, in columns that begin one below the other. Immutable. */
public final class Table {
  private static final int GAP = 2;

  /** Fewest columns of the terminal that a cut cell keeps. */
  private static final int NARROWEST = 8;

  private Table() {}

  /**
   * Lines of a table, the head first.
   *
   * @param width columns of the terminal; 0 for as many as it takes
   */
  public static List<String> lines(List<String> head, List<List<String>> rows, int width) {
    int[] widths = new int[head.size()];
    for (int i = 0; i < widths.length; i++) {
      int column = i;
      widths[i] =
          Math.max(
              width(head.get(i)),
              rows.stream().mapToInt(row -> width(row.get(column))).max().orElse(0));
    }
    if (width > 0) {
      narrow(widths, width);
    }
    List<String> lines = new ArrayList<>();
    lines.add(line(head, widths));
    rows.forEach(row -> lines.add(line(row, widths)));
    return lines;
  }

  /** How many of the columns fit, at their narrowest. At least one does. */
  public static int fitting(List<String> head, List<List<String>> rows, int width) {
    int used = 0;
    for (int i = 0; i < head.size(); i++) {
      int column = i;
      int widest =
          Math.max(
              width(head.get(i)),
              rows.stream().mapToInt(row -> width(row.get(column))).max().orElse(0));
      used += Math.min(widest, Math.max(width(head.get(i)), 2 * NARROWEST)) + (i == 0 ? 0 : GAP);
      if (used > width && i > 0) {
        return i;
      }
    }
    return head.size();
  }

  /** Columns of the terminal that a text takes. */
  static int width(String text) {
    return text.codePoints().map(c -> Math.max(0, WCWidth.wcwidth(c))).sum();
  }

  /** Takes from the widest column, again and again, until the line fits. */
  private static void narrow(int[] widths, int width) {
    int most = Math.max(0, width - GAP * (widths.length - 1));
    int used = 0;
    for (int one : widths) {
      used += one;
    }
    while (used > most) {
      int widest = 0;
      for (int i = 1; i < widths.length; i++) {
        widest = widths[i] > widths[widest] ? i : widest;
      }
      if (widths[widest] <= NARROWEST) {
        return;
      }
      widths[widest]--;
      used--;
    }
  }

  private static String line(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String cell = cut(cells.get(i), widths[i]);
      line.append(cell);
      if (i < widths.length - 1) {
        line.append(" ".repeat(widths[i] - width(cell) + GAP));
      }
    }
    return line.toString().stripTrailing();
  }

  private static String cut(String text, int width) {
    if (width(text) <= width) {
      return text;
    }
    StringBuilder cut = new StringBuilder();
    int used = 0;
    for (int c : text.codePoints().toArray()) {
      int wide = Math.max(0, WCWidth.wcwidth(c));
      if (used + wide > width - 1) {
        break;
      }
      cut.appendCodePoint(c);
      used += wide;
    }
    return cut.append('…').toString();
  }
}
