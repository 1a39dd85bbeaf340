package org.comuta.certificate;

/** Where a certificate of ours is shown to others. */
public enum CertificateUse {
  /** Portal and API. */
  HTTPS
}
