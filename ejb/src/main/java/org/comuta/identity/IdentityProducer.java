package org.comuta.identity;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import javax.sql.DataSource;
import org.comuta.secret.Secrets;

/** Gives the objects that know users and their sign-in to the beans of this package. */
@Dependent
public class IdentityProducer {
  @Resource(lookup = "java:jboss/datasources/ComutaDS")
  private DataSource source;

  @Resource(lookup = "java:jboss/TransactionSynchronizationRegistry")
  private TransactionSynchronizationRegistry transaction;

  @Inject private Secrets secrets;
  @Inject private SignInWatch watch;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public IdentityProducer() {}

  @Produces
  @Singleton
  IdentityParts parts() {
    return new IdentityParts(
        source,
        transaction,
        secrets,
        watch,
        System.getProperty("jboss.node.name", "node"),
        Clock.systemUTC());
  }
}
