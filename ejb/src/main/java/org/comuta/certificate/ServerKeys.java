package org.comuta.certificate;

/** What makes the server read its keys for HTTPS again. */
interface ServerKeys {
  /**
   * From now on new connections are shown what is in the file; those that are open live on.
   *
   * @throws IllegalStateException it did not, and goes on as before
   */
  void readAgain();
}
