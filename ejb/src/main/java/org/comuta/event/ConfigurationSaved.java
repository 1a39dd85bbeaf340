package org.comuta.event;

import org.jspecify.annotations.Nullable;

/**
 * Something of the configuration was saved; it is not live before it is applied.
 *
 * @param change {@code CREATED}, {@code UPDATED}, {@code DELETED}, {@code IMPORTED} or {@code
 *     RESTORED}
 * @param kind kind of the object; null when it was more than one
 * @param name name of the object; null when it was more than one
 * @param changes how many objects changed
 */
public record ConfigurationSaved(
    long revision,
    String user,
    String address,
    String comment,
    String change,
    @Nullable String kind,
    @Nullable String name,
    int changes)
    implements EventContent {
  @Override
  public EventType type() {
    return EventType.CONFIGURATION_SAVED;
  }
}
