package org.comuta.certificate;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The certificate of an authority that is trusted, in PEM. */
@Entity
@Table(name = "trusted_authority")
class AuthorityEntity {
  @Id String name;
  String certificate;

  @SuppressWarnings("NullAway.Init") // filled in by the provider
  protected AuthorityEntity() {}

  AuthorityEntity(String name, String certificate) {
    this.name = name;
    this.certificate = certificate;
  }
}
