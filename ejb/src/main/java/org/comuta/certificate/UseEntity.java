package org.comuta.certificate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Where a certificate is shown. */
@Entity
@Table(name = "certificate_use")
class UseEntity {
  @Id
  @Enumerated(EnumType.STRING)
  @Column(name = "place")
  CertificateUse use;

  @Column(name = "certificate")
  String certificate;

  @SuppressWarnings("NullAway.Init") // filled in by the provider
  protected UseEntity() {}

  UseEntity(CertificateUse use, String certificate) {
    this.use = use;
    this.certificate = certificate;
  }
}
