package org.comuta.certificate;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.TreeSet;
import org.comuta.configuration.ConfigurationBean;
import org.comuta.interfaces.NetworkInterface;
import org.comuta.snapshot.LiveSnapshot;

/** Tells which interfaces name a certificate. Any thread; asks the database. */
@Dependent
public class InterfaceUsers {
  /** Found late: the configuration starts after the certificates, whose names it checks. */
  @Inject private Instance<ConfigurationBean> configuration;

  @Inject private LiveSnapshot live;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public InterfaceUsers() {}

  /** As saved last or as they are live, in order of their names. */
  List<String> of(String certificate) {
    TreeSet<String> names = new TreeSet<>();
    configuration
        .get()
        .usersOfOther(UsableCertificates.KIND, certificate)
        .forEach(user -> names.add(user.name()));
    live.current().objects(NetworkInterface.class).stream()
        .filter(one -> one.tlsCertificate().equals(certificate))
        .forEach(one -> names.add(one.name()));
    return List.copyOf(names);
  }
}
