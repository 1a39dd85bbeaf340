package org.comuta.event;

/** What an event is about; rights to see events are given by group. */
public enum EventGroup {
  CALL,
  CONFIGURATION,
  USER,
  ALARM,
  EXCHANGE
}
