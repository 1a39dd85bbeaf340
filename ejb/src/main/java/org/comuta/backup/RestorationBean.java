package org.comuta.backup;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Set;
import org.comuta.archive.ArchiveException;
import org.comuta.archive.BackupPart;
import org.comuta.archive.ReadArchive;
import org.comuta.archive.RestoreRequest;

/** Restores in one transaction. Any thread. */
@Stateless
public class RestorationBean {
  /** For the container. */
  public RestorationBean() {}

  /** As {@link Restorer#run}; what fails is rolled back. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public Restoration run(
      Collection<BackupPart> known,
      ReadArchive archive,
      Set<String> wanted,
      RestoreRequest request,
      boolean dryRun)
      throws ArchiveException {
    try {
      return Restorer.run(known, archive, wanted, request, dryRun);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
