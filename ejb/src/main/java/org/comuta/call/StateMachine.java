package org.comuta.call;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A named state that changes until it is terminal. Confined to one lane; listeners run on it, after
 * the change.
 *
 * @param <S> the states
 */
public final class StateMachine<S extends Enum<S>> {
  private final Predicate<S> terminal;
  private final List<Consumer<S>> listeners = new ArrayList<>(1);
  private S state;

  public StateMachine(S initial, Predicate<S> terminal) {
    this.state = initial;
    this.terminal = terminal;
  }

  public S get() {
    return state;
  }

  /** Whether nothing can follow. */
  public boolean isTerminal() {
    return terminal.test(state);
  }

  /** Goes to this state; false, and nothing happens, when already there or terminal. */
  public boolean to(S next) {
    if (state == next || terminal.test(state)) {
      return false;
    }
    state = next;
    for (Consumer<S> listener : listeners) {
      listener.accept(next);
    }
    return true;
  }

  /** Tells each later change. */
  public void listen(Consumer<S> listener) {
    listeners.add(listener);
  }
}
