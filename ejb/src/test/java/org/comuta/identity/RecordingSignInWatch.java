package org.comuta.identity;

import java.util.ArrayList;
import java.util.List;

/** Remembers what it was told. */
final class RecordingSignInWatch implements SignInWatch {
  private final List<String> signedIn = new ArrayList<>();
  private final List<String> failed = new ArrayList<>();
  private final List<Lock> locked = new ArrayList<>();

  @Override
  public void signedIn(String user, String address) {
    signedIn.add(user + " " + address);
  }

  @Override
  public void failed(String user, String address) {
    failed.add(user + " " + address);
  }

  @Override
  public void locked(Lock lock) {
    locked.add(lock);
  }

  /** Name and address of each who signed in. */
  List<String> signedIn() {
    return signedIn;
  }

  /** Name and address of each who failed. */
  List<String> failed() {
    return failed;
  }

  List<Lock> locked() {
    return locked;
  }
}
