package org.comuta.identity.directory;

/** What a directory says of somebody. */
public sealed interface DirectoryAnswer {
  /** It is that person; whether with a role, the person says. */
  record Known(DirectoryPerson person) implements DirectoryAnswer {}

  /** There is nobody of this name, or nobody who may be there at present. */
  record NoSuchUser() implements DirectoryAnswer {}

  /** The person is known, and this is not the password. */
  record WrongPassword() implements DirectoryAnswer {}

  /**
   * It does not answer, or not to us.
   *
   * @param why for logs; no secret in it
   */
  record Away(String why) implements DirectoryAnswer {}
}
