package org.comuta.operation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.comuta.call.Call;
import org.comuta.call.CallView;
import org.comuta.call.MediaRecord;
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

  /**
   * How many live calls run on one revision of the configuration.
   *
   * @param outdated whether a newer one is live
   */
  public record RevisionCalls(long revision, long calls, boolean outdated) {}

  private static final int LONGEST_WAIT_MILLIS = 300;

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

  /** The revision that new calls run on. */
  public long liveRevision() {
    return exchange.configuration().current().revision();
  }

  /** On which revisions live calls run, the newest first. */
  public List<RevisionCalls> byRevision() {
    long live = liveRevision();
    return exchange.calls().live().all().stream()
        .collect(Collectors.groupingBy(call -> call.snapshot().revision(), Collectors.counting()))
        .entrySet()
        .stream()
        .map(entry -> new RevisionCalls(entry.getKey(), entry.getValue(), entry.getKey() < live))
        .sorted(Comparator.comparingLong(RevisionCalls::revision).reversed())
        .toList();
  }

  /** The live call of this identity. */
  public Optional<CallView> find(String callId) {
    return Optional.ofNullable(exchange.calls().live().find(callId)).map(Call::view);
  }

  /**
   * How the media of these calls is now; those nobody can tell of within a moment are missing. May
   * block for that moment.
   */
  public Map<String, MediaRecord> media(Collection<String> callIds) {
    Optional<CallControl> control = exchange.edges().callControl();
    if (control.isEmpty()) {
      return Map.of();
    }
    Map<String, MediaRecord> told = new ConcurrentHashMap<>();
    CompletableFuture<?>[] asked =
        callIds.stream()
            .map(
                callId ->
                    control
                        .get()
                        .media(callId)
                        .thenAccept(media -> media.ifPresent(one -> told.put(callId, one)))
                        .toCompletableFuture())
            .toArray(CompletableFuture<?>[]::new);
    CompletableFuture.allOf(asked)
        .completeOnTimeout(null, LONGEST_WAIT_MILLIS, TimeUnit.MILLISECONDS)
        .exceptionally(failed -> null)
        .join();
    return Map.copyOf(told);
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
