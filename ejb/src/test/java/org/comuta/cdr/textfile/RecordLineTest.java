package org.comuta.cdr.textfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.comuta.call.CallRecord;
import org.comuta.cause.Failure;
import org.comuta.cdr.Samples;
import org.comuta.description.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a record becomes a line. */
class RecordLineTest {
  private static final ZoneId SAO_PAULO = ZoneId.of("America/Sao_Paulo");

  private static String line(String format, CallRecord record) throws Exception {
    return RecordLine.parse(format, SAO_PAULO).format(record);
  }

  /** A refused call whose calling number is this. */
  private static CallRecord from(String callingNumber) {
    CallRecord sample = Samples.refused("id", Failure.NO_ROUTE);
    return new CallRecord(
        sample.id(),
        sample.callId(),
        1,
        sample.startedAt(),
        null,
        null,
        sample.endedAt(),
        null,
        sample.source(),
        sample.transport(),
        callingNumber,
        sample.calledNumber(),
        sample.originProtocolCallId(),
        sample.originRelease(),
        null,
        List.of(),
        List.of());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          ${id}                            | answered-call
          ${call_id}                       | answered-call
          ${revision}                      | 7
          ${startedAt}                     | 2026-11-21T17:05:10.123-03:00
          ${start_time}                    | 2026-11-21T17:05:10.123-03:00
          ${started_at:yyyyMMddHHmmss}     | 20261121170510
          ${end_time:dd/MM/yyyy HH:mm:ss}  | 21/11/2026 17:06:15
          ${ringing_time:HH:mm:ss.SSS}     | 17:05:13.123
          ${answer_time:xxx}               | -03:00
          ${totalSeconds}                  | 65
          ${billableSeconds}               | 60
          ${duration}                      | 60
          ${billable_millis}               | 60000
          ${answered}                      | true
          ${originNap}                     | customer
          ${orig_nap}                      | customer
          ${dest_nap}                      | carrier-2
          ${destination_nap}               | carrier-2
          [${nap_group}]                   | []
          ${route}                         | second
          ${callingNumber}>${calledNumber} | 1000>2000
          ${out_called_number}             | 552001
          ${source} ${transport}           | 192.0.2.1:5060 UDP
          ${orig_call_id}                  | a84b4c@192.0.2.1
          ${dest_call_id}                  | x2@comuta
          ${ended_by}                      | CALLED
          [${failure}]                     | []
          ${origin_cause}/${dest_cause}    | 16/16
          ${originSipStatus}               | 0
          ${attempt} of ${attempts}        | 2 of 2
          ${attemptStartedAt:ss}           | 12
          no field at all                  | no field at all
          $5 } { $                         | $5 } { $
          """)
  void aFieldBecomesItsValue(String format, String expected) throws Exception {
    assertThat(line(format, Samples.answered("answered-call"))).isEqualTo(expected);
  }

  @Test
  void whatACallDoesNotHaveIsEmpty() throws Exception {
    assertThat(
            line(
                "<${answeredAt}><${answeredAt:yyyy}><${originNap}><${route}><${destinationCause}>",
                Samples.refused("id", Failure.UNKNOWN_SOURCE)))
        .isEqualTo("<><><><><>");
  }

  @Test
  void aLineOfAnAttemptTellsThatAttempt() throws Exception {
    CallRecord record = Samples.answered("id");
    RecordLine line =
        RecordLine.parse(
            "${attempt} ${dest_nap} ${route} ${dest_cause} ${origin_cause}", SAO_PAULO);

    assertThat(line.format(record, record.attempts().getFirst()))
        .isEqualTo("1 carrier-1 first 41 16");
    assertThat(line.format(record, record.attempts().getLast()))
        .isEqualTo("2 carrier-2 second 16 16");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '\t',
      quoteCharacter = '`',
      textBlock =
          """
          ${callingNumber};x\t1;2\t1%3B2;x
          ${callingNumber},x\t1;2\t1;2,x
          ${callingNumber},x\t1,2\t1%2C2,x
          "${callingNumber}"\t1"2\t"1%222"
          ${callingNumber}|x\t1|2\t1%7C2|x
          ${callingNumber} x\t${id}\t${id} x
          ${callingNumber} x\té😀\té😀 x
          """)
  void aValueCannotLookLikeASeparatorOfItsFormat(String format, String value, String expected)
      throws Exception {
    assertThat(line(format, from(value))).isEqualTo(expected);
  }

  @Property(tries = 1000)
  void noValueBreaksTheLine(@ForAll String value) throws Exception {
    String line = line("${callingNumber};${calledNumber}", from(value));

    assertThat(
            line.codePoints()
                .noneMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029))
        .isTrue();
    assertThat(line.chars().filter(c -> c == ';').count()).isEqualTo(1);
    assertThat(line).endsWith(";2000");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "${unknown}",
        "${}",
        "${id",
        "${ id }",
        "${id}${",
        "${calledNumber:yyyy}",
        "${startedAt:}",
        "${startedAt:bbbbbb}",
        "${startedAt:'}",
        "${startedAt:yyyyMMddHHmmssyyyyMMddHHmmssyyyyMMddHHmmss}",
        "two\nlines",
        "two\rlines",
        "two\u2028lines",
        "a\u0000b"
      })
  void aFormatThatCannotBeUsedIsRefused(String format) {
    assertThat(RecordLine.problems(format))
        .isNotEmpty()
        .extracting(Problem::field)
        .containsOnly("format");
  }

  @Test
  void anOverlongFormatIsRefused() {
    assertThat(RecordLine.problems("x".repeat(RecordLine.MAX_LENGTH + 1))).hasSize(1);
    assertThat(RecordLine.problems("${id}".repeat(201))).hasSize(1);
    assertThat(RecordLine.problems("${id}".repeat(200))).isEmpty();
  }

  @Property(tries = 1000)
  void anyFormatIsEitherRefusedOrGivesALine(@ForAll String format) throws Exception {
    if (RecordLine.problems(format).isEmpty()) {
      assertThat(line(format, from("1"))).doesNotContain("\n", "\r");
    }
  }

  @Test
  void theDefaultFormatIsGoodAndTabsAreAllowed() throws Exception {
    assertThat(RecordLine.problems(CdrFile.DEFAULT_FORMAT)).isEmpty();
    assertThat(line("${callingNumber}\t${calledNumber}", from("1\t2"))).isEqualTo("1%092\t2000");
    assertThat(line(CdrFile.DEFAULT_FORMAT, Samples.answered("id")).split(";", -1)).hasSize(18);
  }

  @Test
  void everyWordOfAFieldCanBeUsedAndStandsForOneField() {
    List<String> words = RecordLine.fields();

    assertThat(words).doesNotHaveDuplicates();
    for (String word : words) {
      assertThat(RecordLine.problems("${" + word + "}")).isEmpty();
      assertThat(word.toLowerCase(Locale.ROOT)).matches("[a-z_]+");
    }
  }
}
