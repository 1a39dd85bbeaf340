package org.comuta.cli;

import java.util.List;

/** A terminal that a view is drawn on again and again. One thread. */
public interface Screen extends AutoCloseable {
  /** Lines there are. */
  int height();

  /** Columns there are. */
  int width();

  /** Draws lines in place of those before; the first one stands out. */
  void draw(List<String> lines);

  /** Waits for a key; false when the person wants to see no more, or is gone. */
  boolean goesOn(long millis);

  @Override
  void close();
}
