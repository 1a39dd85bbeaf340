package org.comuta.portal.table.file;

import java.io.IOException;

/** Writes the rows of a table as a file. Used once, by one thread. */
interface RowWriter<T> {
  /** Writes the names of the columns. */
  void begin() throws IOException;

  /** Writes a row. */
  void row(T row) throws IOException;

  /** Writes what is at the end of the file. */
  void end() throws IOException;
}
