package org.comuta.portal.table.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.comuta.portal.table.Column;
import org.comuta.portal.table.Filter;
import org.comuta.portal.table.Words;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class RowWriterTest {
  private static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @TempDir private Path directory;

  private static Words words(String tag) {
    return new Words(Locale.forLanguageTag(tag), ZONE);
  }

  private static List<Column<@Nullable Object>> columns(Words words) {
    return List.of(new Column<@Nullable Object>(words, "x", "Label", Filter.TEXT, value -> value));
  }

  private static byte[] written(FileFormat format, String tag, List<@Nullable Object> rows)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Words words = words(tag);
    RowWriter<@Nullable Object> writer = format.writer(columns(words), words, "naps", out);
    writer.begin();
    for (Object row : rows) {
      writer.row(row);
    }
    writer.end();
    return out.toByteArray();
  }

  private static String csv(String tag, @Nullable Object value) throws IOException {
    byte[] file = written(FileFormat.CSV, tag, Arrays.asList(value));
    String text = new String(file, StandardCharsets.UTF_8);
    assertThat(text).startsWith("\uFEFFLabel\r\n").endsWith("\r\n");
    return text.substring("\uFEFFLabel\r\n".length(), text.length() - 2);
  }

  static Stream<Arguments> cells() {
    return Stream.of(
        arguments("en", null, ""),
        arguments("en", "", ""),
        arguments("en", "São Paulo", "São Paulo"),
        arguments("en", "a,b", "\"a,b\""),
        arguments("en", "a;b", "a;b"),
        arguments("pt-BR", "a;b", "\"a;b\""),
        arguments("es", "a,b", "a,b"),
        arguments("en", "say \"no\"", "\"say \"\"no\"\"\""),
        arguments("en", "two\r\nlines", "\"two\r\nlines\""),
        arguments("en", 1234567L, "1234567"),
        arguments("en", -5, "-5"),
        arguments("en", 4.126, "4.13"),
        arguments("pt-BR", 4.126, "4,13"),
        arguments("en", true, "Yes"),
        arguments("en", NOON, "2026-03-01 09:00:00"),
        arguments("en", Duration.ofSeconds(3_723), "1:02:03"),
        arguments("en", Duration.ofHours(30), "30:00:00"),
        arguments("en", List.of("a", "b"), "\"a, b\""));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("cells")
  void aCellIsWrittenAsASpreadsheetReadsIt(String tag, @Nullable Object value, String cell)
      throws IOException {
    assertThat(csv(tag, value)).isEqualTo(cell);
  }

  @ParameterizedTest
  @CsvSource({"=1+1", "+5511", "-1", "@sum"})
  void aFormulaIsNone(String text) throws IOException {
    assertThat(csv("en", text)).isEqualTo("'" + text);
  }

  @Test
  void tabsAndReturnsBeginNoFormulaEither() throws IOException {
    assertThat(csv("en", "\t=1")).isEqualTo("'\t=1");
    assertThat(csv("en", "\r=1")).isEqualTo("\"'\r=1\"");
  }

  /** By the list at the end of the file, as spreadsheets read it. */
  private String sheet(byte[] file) throws IOException {
    Path path = Files.write(directory.resolve("table.xlsx"), file);
    try (ZipFile zip = new ZipFile(path.toFile())) {
      assertThat(zip.stream().map(ZipEntry::getName))
          .contains("[Content_Types].xml", "xl/workbook.xml", "xl/styles.xml");
      return new String(
          zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(),
          StandardCharsets.UTF_8);
    }
  }

  private List<String> cells(byte[] file) throws Exception {
    String sheet = sheet(file);
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    Document document =
        factory
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(sheet.getBytes(StandardCharsets.UTF_8)));
    List<String> cells = new ArrayList<>();
    NodeList found = document.getElementsByTagName("c");
    for (int i = 0; i < found.getLength(); i++) {
      Element cell = (Element) found.item(i);
      cells.add(
          cell.getAttribute("r") + " " + cell.getAttribute("t") + " " + cell.getTextContent());
    }
    return cells;
  }

  @Test
  void aSheetHasTextsNumbersMomentsAndDurationsAsSuch() throws Exception {
    List<@Nullable Object> rows =
        Arrays.asList("=1+1", 42L, 4.5, NOON, Duration.ofHours(12), null, "a\u0001<b>&");
    assertThat(cells(written(FileFormat.XLSX, "en", rows)))
        .containsExactly(
            "A1 inlineStr Label",
            "A2 inlineStr =1+1",
            "A3 n 42",
            "A4 n 4.5",
            "A5 n 46082.375",
            "A6 n 0.5",
            "A8 inlineStr a?<b>&");
  }

  @Test
  void aLongSheetIsWhole() throws Exception {
    List<@Nullable Object> rows = new ArrayList<>();
    for (int i = 0; i < 2_345; i++) {
      rows.add("row " + i);
    }
    List<String> cells = cells(written(FileFormat.XLSX, "en", rows));
    assertThat(cells).hasSize(2_346).endsWith("A2346 inlineStr row 2344");
  }

  @Test
  void anEmptySheetHasItsHead() throws Exception {
    assertThat(cells(written(FileFormat.XLSX, "pt-BR", List.of())))
        .containsExactly("A1 inlineStr Label");
  }
}
