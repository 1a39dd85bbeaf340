package org.comuta.certificate;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.comuta.archive.BackupPart;
import org.comuta.archive.Column;
import org.comuta.archive.Table;
import org.comuta.archive.TablePart;
import org.comuta.database.Sql;
import org.comuta.secret.Secrets;

/**
 * Own certificates with their keys and trusted authorities, in backups. What portal and API show
 * stays as it is, so that whoever restores reaches them as before.
 */
@Dependent
public class CertificateBackup {
  private static final String NAME = "[A-Za-z0-9_.-]{1,64}";
  private static final String PEM =
      "(?:-----BEGIN ([A-Z ]+)-----\\R[A-Za-z0-9+/=\\r\\n]+-----END \\1-----\\R)+";

  @Resource(lookup = "java:jboss/datasources/ComutaDS")
  private DataSource source;

  @Resource(lookup = "java:jboss/TransactionSynchronizationRegistry")
  private TransactionSynchronizationRegistry transaction;

  @Inject private Secrets secrets;
  @Inject private UsableCertificates usable;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public CertificateBackup() {}

  @Produces
  @Singleton
  BackupPart certificates() {
    return certificates(source, secrets, this::usableWhenCommitted);
  }

  /**
   * @param changed takes the names of those that can be shown, in the transaction that restores
   */
  static BackupPart certificates(
      DataSource source, Secrets secrets, Consumer<Set<String>> changed) {
    Sql sql = new Sql(source);
    return new TablePart(
        "certificates",
        BackupPart.FIRST,
        source,
        secrets,
        List.of(own(), authorities()),
        request -> changed.accept(checked(sql)));
  }

  private static Table own() {
    return Table.of(
            "own_certificate",
            UsableCertificates.KIND,
            List.of("name"),
            Column.text("name", 64).matching(NAME),
            Column.text("sealed_key", 20_000)
                .orNull()
                .sealedAt(row -> SealedKeys.place(String.valueOf(row.get("name")))),
            Column.text("chain", 200_000).matching(PEM).orNull(),
            Column.text("requested_key", 20_000)
                .orNull()
                .sealedAt(row -> SealedKeys.requestedPlace(String.valueOf(row.get("name")))),
            Column.text("request", 20_000).matching(PEM).orNull(),
            Column.moment("changed_at"))
        .leftAloneIn("certificate_use", "certificate")
        .keptWhole()
        .namedByConfiguration();
  }

  private static Table authorities() {
    return Table.of(
        "trusted_authority",
        "trusted-authority",
        List.of("name"),
        Column.text("name", 64).matching(NAME),
        Column.text("certificate", 20_000).matching(PEM));
  }

  private record Text(String name, String pem) {}

  private static Set<String> checked(Sql sql) throws IOException {
    Set<String> names = new HashSet<>();
    for (Text own : texts(sql, "select name, chain from own_certificate where chain is not null")) {
      check(own);
      names.add(own.name());
    }
    for (Text authority : texts(sql, "select name, certificate from trusted_authority")) {
      check(authority);
    }
    return names;
  }

  private static List<Text> texts(Sql sql, String statement) {
    return sql.query(statement, row -> new Text(row.getString(1), row.getString(2)));
  }

  private static void check(Text text) throws IOException {
    try {
      Pem.stored(text.pem());
    } catch (IllegalStateException damaged) {
      throw new IOException("The certificate " + text.name() + " cannot be read", damaged);
    }
  }

  private void usableWhenCommitted(Set<String> names) {
    transaction.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {}

          @Override
          public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
              usable.now(names);
            }
          }
        });
  }
}
