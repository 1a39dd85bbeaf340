package org.comuta.operation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.comuta.exchange.Exchange;
import org.comuta.identity.Actor;
import org.comuta.identity.AuditAction;
import org.comuta.identity.AuditBean;
import org.comuta.identity.AuditEntry;
import org.comuta.intrusion.BlockedSource;
import org.jspecify.annotations.Nullable;

/** What people do with sources of SIP that are blocked on this node. Any thread. */
@ApplicationScoped
public class SourceOperations {
  @Inject private Exchange exchange;
  @Inject private AuditBean audit;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public SourceOperations() {}

  /** All of them, the latest first. */
  public List<BlockedSource> blocked() {
    return exchange.guard().blocked();
  }

  /** Ends a block before its time; null when this address is not blocked. */
  public @Nullable BlockedSource release(String address, Actor actor) {
    BlockedSource released = exchange.guard().release(address);
    if (released != null) {
      audit.write(
          actor,
          AuditAction.SOURCE_RELEASE,
          "blocked-source",
          address,
          AuditEntry.Outcome.DONE,
          "rule: " + released.rule());
    }
    return released;
  }
}
