package org.comuta.certificate;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.comuta.description.OtherNames;

/** Names of our certificates that can be shown, as they were a few seconds ago at most. */
public final class UsableCertificates implements OtherNames {
  /** What certificates are called where they are named. */
  static final String KIND = "certificate";

  private volatile Set<String> names = Set.of();

  @Override
  public Collection<String> of(String kind) {
    return kind.equals(KIND) ? names : Set.of();
  }

  /** They are these now. */
  void now(List<OwnCertificate> all) {
    now(
        all.stream()
            .filter(one -> one.certificate() != null)
            .map(OwnCertificate::name)
            .collect(Collectors.toUnmodifiableSet()));
  }

  /** They have these names now. */
  void now(Set<String> all) {
    names = Set.copyOf(all);
  }
}
