package org.comuta.sip.container.stack;

import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.stack.SIPClientTransaction;
import gov.nist.javax.sip.stack.SIPDialog;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sip.DialogState;
import org.comuta.sip.container.Lane;
import org.jspecify.annotations.Nullable;

/**
 * INVITEs of ours that answers of further forks must still find, so that they can be acknowledged
 * and hung up (RFC 3261 13.2.2.4): while the call rings and for 32 seconds after it was answered,
 * and no longer than the dialog that was answered first. JAIN-SIP holds each for a fixed time, and
 * with it the whole call when that is over before. Each is touched on its own lane only.
 */
final class ForkedInvites {

  /** 64 times T1. */
  private static final Duration MEMORY = Duration.ofSeconds(32);

  private final Map<String, Fork> byId = new ConcurrentHashMap<>();

  /** Keeps the transaction, whose first dialog is about to be known. */
  void add(SIPClientTransaction transaction) {
    String id = ((SIPRequest) transaction.getRequest()).getForkId();
    transaction.setForkId(id);
    Fork fork = new Fork(id, transaction);
    Fork earlier = byId.put(id, fork);
    if (earlier != null) {
      earlier.end();
    }
    fork.watch();
  }

  @Nullable SIPClientTransaction find(String id) {
    Fork fork = byId.get(id);
    return fork == null ? null : fork.transaction;
  }

  /** The dialog is over, and with it, when it was the first, the INVITE that made it. */
  void over(SIPDialog dialog) {
    String tag = dialog.getLocalTag();
    if (tag == null || dialog.isServer()) {
      return;
    }
    // As SIPMessage.getForkId makes it.
    String id = (dialog.getCallId().getCallId() + ':' + tag).toLowerCase(Locale.getDefault());
    Fork fork = byId.get(id);
    if (fork != null && dialog.equals(fork.transaction.getDefaultDialog())) {
      fork.end();
    }
  }

  private final class Fork {
    private final String id;
    private final SIPClientTransaction transaction;
    private boolean answered;
    private Lane.@Nullable Cancellable timer;

    Fork(String id, SIPClientTransaction transaction) {
      this.id = id;
      this.transaction = transaction;
    }

    void watch() {
      Lane lane = Lane.current();
      if (lane != null) {
        timer = lane.schedule(MEMORY, this::look);
      }
    }

    private void look() {
      SIPDialog dialog = transaction.getDefaultDialog();
      boolean rings = dialog != null && isEarly(dialog);
      if (answered && !rings) {
        end();
      } else {
        answered = !rings;
        watch();
      }
    }

    private static boolean isEarly(SIPDialog dialog) {
      return dialog.getState() == null || DialogState.EARLY.equals(dialog.getState());
    }

    void end() {
      byId.remove(id, this);
      if (timer != null) {
        timer.cancel();
      }
    }
  }
}
