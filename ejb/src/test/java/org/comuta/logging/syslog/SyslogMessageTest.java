package org.comuta.logging.syslog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.comuta.logging.line.LogComponent;
import org.comuta.logging.line.LogLevel;
import org.comuta.logging.line.LogLine;
import org.comuta.logging.syslog.SyslogMessage.Element;
import org.junit.jupiter.api.Test;

class SyslogMessageTest {
  private static final int LARGE = 8_192;

  /** The grammar of RFC 5424 section 6, written as a pattern. */
  private static final Pattern GRAMMAR =
      Pattern.compile(
          "<(\\d{1,3})>1"
              + " (?:-|\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,6})?(?:Z|[+-]\\d\\d:\\d\\d))"
              + " ([!-~]{1,255}) ([!-~]{1,48}) ([!-~]{1,128}) ([!-~]{1,32})"
              + " (-|(?:\\[[!-~&&[^=\\]\"]]{1,32}(?:"
              + " [!-~&&[^=\\]\"]]{1,32}=\"(?:[^\"\\\\\\]]|\\\\.)*\")*\\])+)(?: (.*))?",
          Pattern.DOTALL);

  private static String text(SyslogMessage message) {
    return new String(message.octets(LARGE), UTF_8);
  }

  private static Map<String, String> parameters(String... pairs) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      parameters.put(pairs[i], pairs[i + 1]);
    }
    return parameters;
  }

  /** RFC 5424 section 6.5, example 1. */
  @Test
  void withNoStructuredData() {
    SyslogMessage message =
        new SyslogMessage(
            SyslogFacility.AUTH,
            2,
            OffsetDateTime.parse("2003-10-11T22:14:15.003Z"),
            "mymachine.example.com",
            "su",
            "",
            "ID47",
            List.of(),
            "'su root' failed for lonvick on /dev/pts/8",
            true);
    assertThat(text(message))
        .isEqualTo(
            "<34>1 2003-10-11T22:14:15.003Z mymachine.example.com su - ID47 - "
                + "\uFEFF'su root' failed for lonvick on /dev/pts/8");
  }

  /** RFC 5424 section 6.5, example 2. */
  @Test
  void withAnOffsetAndMicroseconds() {
    SyslogMessage message =
        new SyslogMessage(
            SyslogFacility.LOCAL4,
            5,
            OffsetDateTime.parse("2003-08-24T05:14:15.000003-07:00"),
            "192.0.2.1",
            "myproc",
            "8710",
            "",
            List.of(),
            "%% It's time to make the do-nuts.",
            false);
    assertThat(text(message))
        .isEqualTo(
            "<165>1 2003-08-24T05:14:15.000003-07:00 192.0.2.1 myproc 8710 - - "
                + "%% It's time to make the do-nuts.");
  }

  private static final Element EXAMPLE =
      new Element(
          "exampleSDID@32473",
          parameters("iut", "3", "eventSource", "Application", "eventID", "1011"));

  private static SyslogMessage eventLog(List<Element> elements, String text) {
    return new SyslogMessage(
        SyslogFacility.LOCAL4,
        5,
        OffsetDateTime.parse("2003-10-11T22:14:15.003Z"),
        "mymachine.example.com",
        "evntslog",
        "",
        "ID47",
        elements,
        text,
        true);
  }

  /** RFC 5424 section 6.5, example 3. */
  @Test
  void withStructuredData() {
    assertThat(text(eventLog(List.of(EXAMPLE), "An application event log entry...")))
        .isEqualTo(
            "<165>1 2003-10-11T22:14:15.003Z mymachine.example.com evntslog - ID47 "
                + "[exampleSDID@32473 iut=\"3\" eventSource=\"Application\" eventID=\"1011\"] "
                + "\uFEFFAn application event log entry...");
  }

  /** RFC 5424 section 6.5, example 4. */
  @Test
  void withStructuredDataOnly() {
    Element priority = new Element("examplePriority@32473", parameters("class", "high"));
    assertThat(text(eventLog(List.of(EXAMPLE, priority), "")))
        .isEqualTo(
            "<165>1 2003-10-11T22:14:15.003Z mymachine.example.com evntslog - ID47 "
                + "[exampleSDID@32473 iut=\"3\" eventSource=\"Application\" eventID=\"1011\"]"
                + "[examplePriority@32473 class=\"high\"]");
  }

  @Test
  void aLineOfTheLog() {
    LogLine line =
        new LogLine(
            1,
            Instant.parse("2026-03-01T12:00:00.5Z"),
            LogLevel.WARN,
            LogComponent.SIP,
            "org.comuta.sip.X",
            "lane-1",
            "Olá");
    assertThat(
            text(
                new SyslogSource("pbx.example.net", "42")
                    .message(SyslogFacility.LOCAL0, line, 2_147_483_648L)))
        .isEqualTo(
            "<132>1 2026-03-01T12:00:00.500Z pbx.example.net comuta 42 SIP "
                + "[origin software=\"Comuta\"][meta sequenceId=\"1\"] "
                + "\uFEFF[org.comuta.sip.X] (lane-1) Olá");
  }

  @Test
  void theEndOfALongTextIsCutOffBetweenCharacters() {
    for (int most = 100; most < 110; most++) {
      byte[] octets = eventLog(List.of(), "é€😀".repeat(100)).octets(most);
      assertThat(octets.length).isBetween(most - 3, most);
      assertThat(isText(octets)).isTrue();
    }
  }

  @Property
  void whateverIsInItTheGrammarHolds(
      @ForAll SyslogFacility facility,
      @ForAll @IntRange(max = 7) int severity,
      @ForAll @LongRange(min = 0, max = 4_000_000_000L) long second,
      @ForAll String host,
      @ForAll String kind,
      @ForAll String parameter,
      @ForAll String value,
      @ForAll String text) {
    SyslogMessage message =
        new SyslogMessage(
            facility,
            severity,
            Instant.ofEpochSecond(second, 123_456_789).atOffset(ZoneOffset.UTC),
            host,
            host,
            kind,
            kind,
            List.of(new Element("a" + kind, parameters("p" + parameter, value))),
            text,
            true);
    byte[] octets = message.octets(LARGE);
    assertThat(isText(octets)).isTrue();
    Matcher parsed = GRAMMAR.matcher(new String(octets, UTF_8));
    assertThat(parsed.matches()).as(new String(octets, UTF_8)).isTrue();
    assertThat(parsed.group(1)).isEqualTo("" + facility.priority(severity));
  }

  private static boolean isText(byte[] octets) {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).length() > 0;
    } catch (CharacterCodingException halfACharacter) {
      return false;
    }
  }
}
