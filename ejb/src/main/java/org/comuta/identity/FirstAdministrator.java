package org.comuta.identity;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiPredicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the user {@code admin} at the first start, with the password somebody left in a file, and
 * deletes the file. There is no default password: without the file no user is made.
 */
final class FirstAdministrator {
  private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);
  private static final String NAME = "admin";

  private final Path passwordFile;

  /**
   * @param stateFolder folder of everything that outlives the server
   */
  FirstAdministrator(Path stateFolder) {
    this.passwordFile = stateFolder.resolve("keys").resolve("initial-admin-password");
  }

  /**
   * To be called when there is no user at all.
   *
   * @param create makes the administrator of this name and password; false when users exist
   */
  void createWith(BiPredicate<String, String> create) {
    String password;
    try {
      password =
          Files.exists(passwordFile)
              ? Files.readString(passwordFile, StandardCharsets.UTF_8).strip()
              : "";
    } catch (IOException unreadable) {
      LOG.error("No user exists and {} cannot be read: {}", passwordFile, unreadable.toString());
      return;
    }
    if (password.isEmpty()) {
      LOG.warn(
          "No user exists, so nobody can sign in. Write a password of 12 to 72 characters to {} and"
              + " start again: the user {} is then made with it and the file deleted.",
          passwordFile,
          NAME);
      return;
    }
    if (password.getBytes(StandardCharsets.UTF_8).length > PasswordRules.LONGEST) {
      LOG.error("The password in {} is longer than 72 octets; no user is made.", passwordFile);
      return;
    }
    if (!create.test(NAME, password)) {
      return;
    }
    LOG.info("The first user, {}, was made with the password in {}.", NAME, passwordFile);
    if (!PasswordRules.check("password", password, "", SignInPolicy.SHIPPED).isEmpty()) {
      LOG.warn(
          "The password of {} breaks the rules for passwords (12 characters or more): change it.",
          NAME);
    }
    try {
      Files.delete(passwordFile);
    } catch (IOException stays) {
      LOG.error("{} cannot be deleted; delete it: {}", passwordFile, stays.toString());
    }
  }
}
