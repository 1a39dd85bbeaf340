package org.comuta.identity;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.concurrent.atomic.AtomicBoolean;
import org.comuta.database.DatabaseTrouble;
import org.comuta.identity.directory.Directory;
import org.comuta.identity.directory.DirectoryTrial;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Directories at work: tried by administrators, and asked again for those who signed in. */
@Singleton
@Startup
@DependsOn("SchemaBean")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DirectoryBean {
  private static final Logger LOG = LoggerFactory.getLogger(DirectoryBean.class);

  private final AtomicBoolean looking = new AtomicBoolean();

  @Inject private IdentityParts parts;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public DirectoryBean() {}

  /**
   * Tries to find somebody in a directory, and the password. Nobody is signed in by it, and no user
   * is made. Audited; blocks for the time limit of the directory at most.
   *
   * @param body the directory as it is typed, with the secrets that are stored where none is given;
   *     null for the one that is stored
   */
  public DirectoryTrial attempt(
      String name, @Nullable JsonObject body, String userName, String password, Actor actor) {
    JsonObject asked = body == null ? parts.settings.get("directory", name).body() : body;
    Directory directory = parts.settings.draft(Directory.class, name, asked);
    DirectoryTrial trial =
        parts.ldap.attempt(directory, UserRules.canonicalName(userName), password);
    parts.audit.write(
        actor,
        AuditAction.SETTING_TEST,
        "directory",
        name,
        trial.accepted() ? AuditEntry.Outcome.DONE : AuditEntry.Outcome.REFUSED,
        UserRules.canonicalName(userName));
    return trial;
  }

  /**
   * Asks again for those whose time it is, and ends those of what is not asked any more; one run at
   * a time.
   */
  @Schedule(hour = "*", minute = "*", persistent = false)
  public void lookAgain() {
    if (!looking.compareAndSet(false, true)) {
      return;
    }
    try {
      if (parts.endUsersOfFormerOrigins(Actor.SERVER.address())) {
        parts.authenticator.forget();
      }
      parts.authenticator.lookAgain();
    } catch (RuntimeException failure) {
      if (!DatabaseTrouble.isBehind(failure)) {
        throw failure;
      }
      LOG.warn("Users of directories are not looked up now: {}", failure.toString());
    } finally {
      looking.set(false);
    }
  }
}
