package org.comuta.identity;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.nio.file.Path;

/** Forgets old sessions and makes the first administrator when the application starts. */
@Singleton
@Startup
@DependsOn("SchemaBean")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class IdentityStart {
  @EJB private IdentityBean identity;
  @EJB private SessionBean sessions;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public IdentityStart() {}

  @PostConstruct
  void begin() {
    sessions.startAnew();
    if (identity.users().isEmpty()) {
      String stateFolder = System.getProperty("comuta.state.dir", "state");
      new FirstAdministrator(Path.of(stateFolder).toAbsolutePath())
          .createWith(identity::createFirst);
    }
  }
}
