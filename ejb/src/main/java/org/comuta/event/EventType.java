package org.comuta.event;

import java.util.Optional;
import java.util.stream.Stream;

/** Every type of event, with the word that tells it to others. */
public enum EventType {
  CALL_BEGUN("call.begun", EventGroup.CALL, CallBegun.class),
  CALL_ROUTED("call.routed", EventGroup.CALL, CallRouted.class),
  CALL_RINGING("call.ringing", EventGroup.CALL, CallRinging.class),
  CALL_ANSWERED("call.answered", EventGroup.CALL, CallAnswered.class),
  CALL_CHANGED("call.changed", EventGroup.CALL, CallChanged.class),
  CALL_ENDED("call.ended", EventGroup.CALL, CallEnded.class),
  CONFIGURATION_SAVED("configuration.saved", EventGroup.CONFIGURATION, ConfigurationSaved.class),
  CONFIGURATION_APPLIED(
      "configuration.applied", EventGroup.CONFIGURATION, ConfigurationApplied.class),
  USER_SIGNED_IN("user.signedIn", EventGroup.USER, UserSignedIn.class),
  USER_LOCKED_OUT("user.lockedOut", EventGroup.USER, UserLockedOut.class),
  ALARM_RAISED("alarm.raised", EventGroup.ALARM, AlarmRaised.class),
  ALARM_CHANGED("alarm.changed", EventGroup.ALARM, AlarmChanged.class),
  ALARM_CLEARED("alarm.cleared", EventGroup.ALARM, AlarmCleared.class),
  ALARM_ACKNOWLEDGED("alarm.acknowledged", EventGroup.ALARM, AlarmAcknowledged.class),
  EXCHANGE_STARTED("exchange.started", EventGroup.EXCHANGE, ExchangeStarted.class),
  EXCHANGE_STOPPING("exchange.stopping", EventGroup.EXCHANGE, ExchangeStopping.class);

  private final String word;
  private final EventGroup group;
  private final Class<? extends EventContent> content;

  EventType(String word, EventGroup group, Class<? extends EventContent> content) {
    this.word = word;
    this.group = group;
    this.content = content;
  }

  /** Group and what happened, such as {@code call.answered}; never changes. */
  public String word() {
    return word;
  }

  public EventGroup group() {
    return group;
  }

  /** The record that holds what such an event tells. */
  public Class<? extends EventContent> content() {
    return content;
  }

  /** The type of this word. */
  public static Optional<EventType> of(String word) {
    return Stream.of(values()).filter(type -> type.word.equals(word)).findFirst();
  }
}
