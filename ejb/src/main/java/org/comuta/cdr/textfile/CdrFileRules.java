package org.comuta.cdr.textfile;

import java.util.List;
import org.comuta.description.ObjectDescription;
import org.comuta.description.ObjectKind;
import org.comuta.description.ObjectSet;
import org.comuta.description.Problem;

/** Text files as a kind of configuration object: the format names known fields. */
public final class CdrFileRules implements ObjectKind<CdrFile> {
  private static final ObjectDescription<CdrFile> DESCRIPTION = ObjectDescription.of(CdrFile.class);

  @Override
  public ObjectDescription<CdrFile> description() {
    return DESCRIPTION;
  }

  @Override
  public List<Problem> check(CdrFile file, ObjectSet all) {
    return RecordLine.problems(file.format());
  }
}
