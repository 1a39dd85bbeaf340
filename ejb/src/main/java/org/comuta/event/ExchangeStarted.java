package org.comuta.event;

/** The exchange is up. */
public record ExchangeStarted(String version, long revision) implements EventContent {
  @Override
  public EventType type() {
    return EventType.EXCHANGE_STARTED;
  }
}
