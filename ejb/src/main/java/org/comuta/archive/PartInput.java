package org.comuta.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The files of a part, whose hashes are verified already. One thread. */
public interface PartInput {
  /** The names of the part's files, within its folder. */
  List<String> files();

  /** How large a file of the part is. */
  long octets(String name);

  /** One of these files. */
  InputStream file(String name) throws IOException, ArchiveException;

  /** The passphrase; null when there is none. */
  @Nullable String passphrase();

  /** What {@link PartOutput#encrypted} made, as it was. */
  String decrypted(String text, String place) throws ArchiveException;
}
