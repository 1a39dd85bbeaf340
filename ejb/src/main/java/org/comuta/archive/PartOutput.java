package org.comuta.archive;

import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Where a part writes its files. One thread. */
public interface PartOutput {
  /**
   * A new file, to be closed before the next one.
   *
   * @param name within the part's folder: segments of letters, digits and {@code . _ + @ -}
   */
  OutputStream file(String name) throws IOException;

  /** The passphrase; null when there is none. */
  @Nullable String passphrase();

  /**
   * A secret encrypted; null when there is no passphrase, and then it is left out.
   *
   * @param place what it belongs to; to be given again to read it
   */
  @Nullable String encrypted(String secret, String place);
}
