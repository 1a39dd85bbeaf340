package org.comuta.event;

/** A user signed in to the portal. */
public record UserSignedIn(String user, String address) implements EventContent {
  @Override
  public EventType type() {
    return EventType.USER_SIGNED_IN;
  }
}
