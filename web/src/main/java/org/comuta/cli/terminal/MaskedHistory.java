package org.comuta.cli.terminal;

import java.time.Instant;
import org.comuta.cli.Masking;
import org.comuta.cli.Session;
import org.jline.reader.impl.history.DefaultHistory;

/** The lines that were typed in this session, without secrets. Kept in memory only. */
final class MaskedHistory extends DefaultHistory {
  private final Session session;

  MaskedHistory(Session session) {
    this.session = session;
  }

  @Override
  public void add(Instant time, String line) {
    super.add(time, Masking.masked(line, session));
  }
}
