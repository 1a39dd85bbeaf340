package org.comuta.cdr.textfile;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.comuta.description.ObjectDescription;
import org.comuta.description.ObjectKind;
import org.comuta.description.ObjectSet;
import org.comuta.description.Problem;

/** Text files as a kind of configuration object: the format names known fields, the zone exists. */
public final class CdrFileRules implements ObjectKind<CdrFile> {
  private static final ObjectDescription<CdrFile> DESCRIPTION = ObjectDescription.of(CdrFile.class);

  @Override
  public ObjectDescription<CdrFile> description() {
    return DESCRIPTION;
  }

  @Override
  public List<Problem> check(CdrFile file, ObjectSet all) {
    List<Problem> problems = new ArrayList<>(RecordLine.problems(file.format()));
    try {
      ZoneId.of(file.timeZone());
    } catch (DateTimeException e) {
      problems.add(
          new Problem(
              "timeZone",
              "unknown",
              "timeZone is a zone such as America/Sao_Paulo, UTC or -03:00."));
    }
    return problems;
  }
}
