package org.comuta.event;

import java.time.Instant;

/**
 * Sign-in was locked for a while because of wrong passwords.
 *
 * @param lock {@code USER_AT_ADDRESS}, {@code USER} or {@code ADDRESS}
 * @param user the name that was tried; empty where it holds for everybody
 * @param address empty where it holds wherever
 */
public record UserLockedOut(String lock, String user, String address, Instant until)
    implements EventContent {
  @Override
  public EventType type() {
    return EventType.USER_LOCKED_OUT;
  }
}
