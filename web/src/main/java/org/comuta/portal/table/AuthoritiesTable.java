package org.comuta.portal.table;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.comuta.certificate.CertificateBean;
import org.comuta.certificate.TrustedAuthority;
import org.comuta.identity.Right;

/** Authorities that are trusted beside those that Java brings. */
@ApplicationScoped
public class AuthoritiesTable extends MemoryTable<TrustedAuthority> {
  /** Its name. */
  public static final String ID = "authorities";

  @Inject private CertificateBean certificates;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public AuthoritiesTable() {}

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Right needed() {
    return Right.SEE_ADMINISTRATION;
  }

  @Override
  public boolean personal() {
    return false;
  }

  @Override
  List<TrustedAuthority> all() {
    return certificates.authorities();
  }

  @Override
  public List<Column<TrustedAuthority>> columns(Words words) {
    CertificateColumns<TrustedAuthority> details =
        new CertificateColumns<>(words, TrustedAuthority::certificate);
    return List.of(
        Column.of(words, "name", "certificates.name", Filter.TEXT, TrustedAuthority::name)
            .styled(one -> "strong"),
        details.subject(),
        details.fingerprint(),
        details.validUntil(),
        details.issuer(),
        details.validFrom(),
        details.key(),
        details.serialNumber());
  }

  @Override
  public List<String> standardColumns() {
    return List.of("name", "subject", "fingerprint", "validUntil");
  }

  @Override
  public String key(TrustedAuthority one) {
    return one.name();
  }
}
