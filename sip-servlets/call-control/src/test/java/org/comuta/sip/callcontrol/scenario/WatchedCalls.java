package org.comuta.sip.callcontrol.scenario;

import java.util.List;
import java.util.Queue;
import java.util.function.UnaryOperator;
import org.comuta.call.answered.AnsweredCall;
import org.comuta.call.answered.AnsweredCalls;
import org.comuta.call.answered.KeptCall;

/** Keeps calls where another does, and tells which ones both sides acknowledged. */
record WatchedCalls(
    AnsweredCalls calls, Queue<String> acknowledged, UnaryOperator<AnsweredCall> wayBack)
    implements AnsweredCalls {
  @Override
  public KeptCall place() {
    return new Watched(calls.place(), acknowledged);
  }

  @Override
  public List<Survivor> takeSurvivors() {
    return calls.takeSurvivors().stream()
        .map(
            survivor ->
                new Survivor(
                    wayBack.apply(survivor.call()), survivor.acknowledged(), survivor.kept()))
        .toList();
  }

  private static final class Watched implements KeptCall {
    private final KeptCall place;
    private final Queue<String> acknowledged;
    private String callId = "";

    Watched(KeptCall place, Queue<String> acknowledged) {
      this.place = place;
      this.acknowledged = acknowledged;
    }

    @Override
    public void save(AnsweredCall call) {
      place.save(call);
      callId = call.soFar().callId();
    }

    @Override
    public void acknowledged() {
      place.acknowledged();
      acknowledged.add(callId);
    }

    @Override
    public void forget() {
      place.forget();
    }
  }
}
