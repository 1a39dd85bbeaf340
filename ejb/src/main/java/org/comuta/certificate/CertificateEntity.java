package org.comuta.certificate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A key pair of ours; private keys are sealed. */
@Entity
@Table(name = "own_certificate")
class CertificateEntity {
  @Id String name;

  @Column(name = "sealed_key")
  @Nullable String sealedKey;

  /** In PEM, the own certificate first. */
  @Nullable String chain;

  /** The key of a request that waits for its answer. */
  @Column(name = "requested_key")
  @Nullable String requestedKey;

  /** In PEM. */
  @Nullable String request;

  @Column(name = "changed_at")
  Instant changedAt;

  @SuppressWarnings("NullAway.Init") // filled in by the provider
  protected CertificateEntity() {}

  CertificateEntity(String name, Instant changedAt) {
    this.name = name;
    this.changedAt = changedAt;
  }
}
