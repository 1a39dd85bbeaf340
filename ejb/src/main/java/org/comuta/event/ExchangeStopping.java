package org.comuta.event;

/** The exchange stops in order. */
public record ExchangeStopping(int activeCalls) implements EventContent {
  @Override
  public EventType type() {
    return EventType.EXCHANGE_STOPPING;
  }
}
