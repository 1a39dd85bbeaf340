package org.comuta.event;

/**
 * What an event tells beside its time and place: a record of texts, numbers, truths and moments,
 * whose components are the fields of its JSON. A field once told keeps its name and meaning; a new
 * one may be added, and anything else is another {@link Event#SCHEMA_VERSION}.
 */
public sealed interface EventContent
    permits CallContent,
        AlarmContent,
        ConfigurationSaved,
        ConfigurationApplied,
        UserSignedIn,
        UserLockedOut,
        ExchangeStarted,
        ExchangeStopping {
  EventType type();
}
