package org.comuta.portal.table;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.comuta.certificate.CertificateDetails;
import org.comuta.portal.table.Column.Width;
import org.jspecify.annotations.Nullable;

/**
 * The columns of what a certificate says.
 *
 * @param <T> what has a certificate, or has none yet
 */
final class CertificateColumns<T> {
  private final Words words;
  private final Function<T, @Nullable CertificateDetails> certificate;

  CertificateColumns(Words words, Function<T, @Nullable CertificateDetails> certificate) {
    this.words = words;
    this.certificate = certificate;
  }

  private <V> Function<T, @Nullable Object> of(Function<CertificateDetails, V> value) {
    return row -> {
      CertificateDetails details = certificate.apply(row);
      return details == null ? null : value.apply(details);
    };
  }

  private Column<T> text(String id, Filter filter, Function<CertificateDetails, String> value) {
    return Column.of(words, id, "certificates." + id, filter, of(value));
  }

  private Column<T> moment(String id, Function<CertificateDetails, Instant> value) {
    return Column.of(words, id, "certificates." + id, Filter.MOMENT, of(value));
  }

  Column<T> subject() {
    return text("subject", Filter.TEXT, CertificateDetails::subject).width(Width.WIDE);
  }

  Column<T> alternativeNames() {
    Function<CertificateDetails, List<String>> names = CertificateDetails::alternativeNames;
    return Column.of(
        words, "alternativeNames", "certificates.alternativeNames.of", Filter.TEXT, of(names));
  }

  Column<T> issuer() {
    return text("issuer", Filter.TEXT, CertificateDetails::issuer);
  }

  Column<T> validFrom() {
    return moment("validFrom", CertificateDetails::validFrom);
  }

  Column<T> validUntil() {
    return moment("validUntil", CertificateDetails::validUntil);
  }

  Column<T> key() {
    return Column.of(words, "key", "certificates.key.of", Filter.TEXT, of(CertificateDetails::key));
  }

  Column<T> serialNumber() {
    return text("serialNumber", Filter.TEXT, CertificateDetails::serialNumber)
        .styled(row -> "mono");
  }

  Column<T> fingerprint() {
    return text("fingerprint", Filter.TEXT, CertificateDetails::fingerprint).styled(row -> "mono");
  }
}
