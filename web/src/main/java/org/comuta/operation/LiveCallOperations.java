package org.comuta.operation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.comuta.call.Call;
import org.comuta.call.CallView;
import org.comuta.edge.CallControl;
import org.comuta.exchange.Exchange;
import org.comuta.identity.Actor;
import org.comuta.identity.AuditAction;
import org.comuta.identity.AuditBean;
import org.comuta.identity.AuditEntry;

/** Looks at live calls and hangs them up. Any thread. */
@ApplicationScoped
public class LiveCallOperations {
  /** What came of a request to hang up. */
  public enum HangUp {
    ENDING,
    /** There is no such call, or it was ending already. */
    NO_CALL,
    /** Call control is not running. */
    UNAVAILABLE
  }

  @Inject private Exchange exchange;
  @Inject private AuditBean audit;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public LiveCallOperations() {}

  /** All live calls, the newest first. */
  public List<CallView> all() {
    return exchange.calls().live().all().stream()
        .map(Call::view)
        .sorted(Comparator.comparing(CallView::callId).reversed())
        .toList();
  }

  /** The live call of this identity. */
  public Optional<CallView> find(String callId) {
    return Optional.ofNullable(exchange.calls().live().find(callId)).map(Call::view);
  }

  /** Asks call control to end a call. */
  public HangUp hangUp(String callId, Actor actor) {
    Optional<CallControl> control = exchange.edges().callControl();
    HangUp outcome =
        control.isEmpty()
            ? HangUp.UNAVAILABLE
            : control.get().hangUp(callId) ? HangUp.ENDING : HangUp.NO_CALL;
    audit.write(
        actor,
        AuditAction.CALL_HANG_UP,
        "call",
        callId,
        switch (outcome) {
          case ENDING -> AuditEntry.Outcome.DONE;
          case NO_CALL -> AuditEntry.Outcome.REFUSED;
          case UNAVAILABLE -> AuditEntry.Outcome.FAILED;
        },
        "");
    return outcome;
  }
}
