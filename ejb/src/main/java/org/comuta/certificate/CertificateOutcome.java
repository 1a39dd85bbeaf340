package org.comuta.certificate;

import java.util.List;
import org.comuta.description.Problem;

/** What came of something that was done with certificates. */
public sealed interface CertificateOutcome {
  /** It is done, and the certificate is so now. */
  record Done(OwnCertificate certificate) implements CertificateOutcome {}

  /** An authority is trusted now. */
  record Trusted(TrustedAuthority authority) implements CertificateOutcome {}

  /** It is gone. */
  record Deleted() implements CertificateOutcome {}

  /** Nothing of this name is there. */
  record Missing() implements CertificateOutcome {}

  /** Nothing was changed: what was given is wrong. */
  record Invalid(List<Problem> problems) implements CertificateOutcome {
    public Invalid {
      problems = List.copyOf(problems);
    }
  }

  /** Nothing was changed: it is in use, there or by these interfaces. */
  record InUse(List<CertificateUse> uses, List<String> interfaces) implements CertificateOutcome {
    public InUse {
      uses = List.copyOf(uses);
      interfaces = List.copyOf(interfaces);
    }
  }
}
