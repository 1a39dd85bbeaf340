package org.comuta.event;

/**
 * A revision of the configuration is live.
 *
 * @param previous the revision that was live before
 */
public record ConfigurationApplied(
    long revision, long previous, String user, String address, String comment, int warnings)
    implements EventContent {
  @Override
  public EventType type() {
    return EventType.CONFIGURATION_APPLIED;
  }
}
