package org.comuta.certificate;

import jakarta.persistence.EntityManager;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Certificates in the database, within one transaction. */
final class CertificateStore {
  private final EntityManager entities;

  CertificateStore(EntityManager entities) {
    this.entities = entities;
  }

  /** By name. */
  List<CertificateEntity> all() {
    return entities
        .createQuery("select c from CertificateEntity c order by c.name", CertificateEntity.class)
        .getResultList();
  }

  @Nullable CertificateEntity find(String name) {
    return entities.find(CertificateEntity.class, name);
  }

  void add(CertificateEntity certificate) {
    entities.persist(certificate);
  }

  void remove(CertificateEntity certificate) {
    entities.remove(certificate);
  }

  /** Where this certificate is shown. */
  List<CertificateUse> uses(String name) {
    return Arrays.stream(CertificateUse.values()).filter(use -> name.equals(shownAt(use))).toList();
  }

  /** Name of the certificate that is shown there. */
  @Nullable String shownAt(CertificateUse use) {
    UseEntity row = entities.find(UseEntity.class, use);
    return row == null ? null : row.certificate;
  }

  void show(CertificateUse use, String name) {
    UseEntity row = entities.find(UseEntity.class, use);
    if (row == null) {
      entities.persist(new UseEntity(use, name));
    } else {
      row.certificate = name;
    }
  }

  /** By name. */
  List<AuthorityEntity> authorities() {
    return entities
        .createQuery("select a from AuthorityEntity a order by a.name", AuthorityEntity.class)
        .getResultList();
  }

  @Nullable AuthorityEntity authority(String name) {
    return entities.find(AuthorityEntity.class, name);
  }

  void trust(String name, String certificate) {
    AuthorityEntity row = authority(name);
    if (row == null) {
      entities.persist(new AuthorityEntity(name, certificate));
    } else {
      row.certificate = certificate;
    }
  }

  void remove(AuthorityEntity authority) {
    entities.remove(authority);
  }
}
