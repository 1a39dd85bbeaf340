package org.comuta.cdr.textfile;

import org.comuta.description.Described;
import org.comuta.description.Field;
import org.comuta.description.Section;
import org.comuta.description.Syntax;
import org.comuta.description.Unit;

/**
 * A series of text files that records are written to, one line each. Immutable.
 *
 * @param rotation how much time one file holds
 * @param style what one line stands for
 * @param format the line: any text, with {@code ${field}} where a field of the record goes
 * @param timeZone zone of the times in names and lines, such as {@code America/Sao_Paulo}
 * @param retentionDays how long a finished file is kept; 0 for ever
 */
@Described(kind = "cdr-file", path = "cdr-files")
public record CdrFile(
    @Field(required = true, syntax = Syntax.NAME) String name,
    @Field(defaultValue = "true") boolean enabled,
    @Field String description,
    @Field(defaultValue = "HOUR", section = Section.STORAGE) CdrFileRotation rotation,
    @Field(defaultValue = "CALL", section = Section.CONTENT) CdrFileStyle style,
    @Field(
            defaultValue = CdrFile.DEFAULT_FORMAT,
            maxLength = RecordLine.MAX_LENGTH,
            syntax = Syntax.RECORD_LINE,
            section = Section.CONTENT)
        String format,
    @Field(
            defaultValue = "UTC",
            maxLength = 64,
            syntax = Syntax.TIME_ZONE,
            section = Section.CONTENT)
        String timeZone,
    @Field(defaultValue = "30", min = 0, max = 3660, unit = Unit.DAYS, section = Section.STORAGE)
        int retentionDays) {

  /** The line when none is given: the main fields, separated by semicolons. */
  public static final String DEFAULT_FORMAT =
      "${id};${startedAt};${answeredAt};${endedAt};${billableSeconds};${originNap};"
          + "${destinationNap};${route};${callingNumber};${calledNumber};"
          + "${outgoingCallingNumber};${outgoingCalledNumber};${endedBy};${originCause};"
          + "${originSipStatus};${destinationCause};${destinationSipStatus};${failure}";
}
