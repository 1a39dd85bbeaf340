package org.comuta.identity;

/** Told of what comes of sign-ins, so that others can be. Any thread; must not block. */
public interface SignInWatch {
  /** Tells nobody. */
  SignInWatch NONE =
      new SignInWatch() {
        @Override
        public void signedIn(String user, String address) {}

        @Override
        public void failed(String user, String address) {}

        @Override
        public void locked(Lock lock) {}
      };

  /** A user signed in to the portal. */
  void signedIn(String user, String address);

  /** Wrong name, password or code; the name need not be that of a user. */
  void failed(String user, String address);

  /** So many failures that it is locked. */
  void locked(Lock lock);
}
