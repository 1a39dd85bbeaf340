package org.comuta.certificate;

import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;

/**
 * What connections over TLS are made of. A certificate that is exchanged is shown by the next one
 * that is asked for. Any thread; may wait for the database.
 */
public interface TlsContexts {
  /**
   * Shows this certificate of ours.
   *
   * @param verifying whether an authority that is trusted has to vouch for the other side; else
   *     everybody is believed
   * @throws GeneralSecurityException when there is no such certificate, or its key cannot be used
   */
  SSLContext of(String certificate, boolean verifying) throws GeneralSecurityException;
}
