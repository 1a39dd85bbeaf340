package org.comuta.identity;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Two servers with databases of a kind: one that backups are of, and another. */
abstract class IdentityMachines {
  static final String PASSPHRASE = "a passphrase of ours";
  static final String TOKEN = "01234567-89ab-cdef-0123-456789abcdef";

  @TempDir Path spool;
  IdentityMachine here;
  IdentityMachine elsewhere;

  /** A new, empty database. */
  abstract DataSource database();

  @BeforeEach
  void begin() {
    here = new IdentityMachine(database(), spool);
    elsewhere = new IdentityMachine(database(), spool);
  }
}
