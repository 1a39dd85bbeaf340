package org.comuta.portal.table.file;

import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.comuta.portal.table.Column;
import org.comuta.portal.table.Words;

/** What files tables are made into. */
enum FileFormat {
  CSV("csv", "text/csv; charset=utf-8; header=present"),
  XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  private final String word;
  private final String mediaType;

  FileFormat(String word, String mediaType) {
    this.word = word;
    this.mediaType = mediaType;
  }

  static Optional<FileFormat> of(String word) {
    return Arrays.stream(values()).filter(format -> format.word.equals(word)).findFirst();
  }

  /** The end of the file's name. */
  String word() {
    return word;
  }

  String mediaType() {
    return mediaType;
  }

  <T> RowWriter<T> writer(List<Column<T>> columns, Words words, String title, OutputStream out) {
    return switch (this) {
      case CSV -> new CsvRows<>(columns, words, out);
      case XLSX -> new XlsxRows<>(columns, words, title, out);
    };
  }
}
