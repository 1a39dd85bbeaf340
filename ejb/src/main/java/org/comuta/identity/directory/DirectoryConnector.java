package org.comuta.identity.directory;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.extensions.StartTLSExtendedRequest;
import com.unboundid.util.ssl.HostNameSSLSocketVerifier;
import java.security.GeneralSecurityException;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import org.comuta.network.HostPort;
import org.comuta.network.TrustedAuthorities;
import org.comuta.secret.Secrets;
import org.comuta.secret.UnreadableSecretException;

/** Connects to the first host of a directory that answers, and signs in there. Any thread. */
final class DirectoryConnector {
  private static final int MOST_OCTETS = 4 * 1024 * 1024;

  private final Secrets secrets;
  private final HostOrder order;

  DirectoryConnector(Secrets secrets, HostOrder order) {
    this.secrets = secrets;
    this.order = order;
  }

  /** A connection that may search. */
  LDAPConnection connect(Directory directory, DirectorySteps steps) throws DirectoryAwayException {
    LDAPConnection connection = reach(directory, steps);
    try {
      bind(connection, directory, steps);
      return connection;
    } catch (DirectoryAwayException away) {
      connection.close();
      throw away;
    }
  }

  private LDAPConnection reach(Directory directory, DirectorySteps steps)
      throws DirectoryAwayException {
    for (String host : order.of(directory.hosts())) {
      try {
        LDAPConnection connection = reach(directory, host);
        order.answered(host);
        steps.done(DirectoryStep.Kind.CONNECT, host + ", " + directory.security());
        return connection;
      } catch (LDAPException | GeneralSecurityException unreachable) {
        order.failed(host);
        steps.failed(DirectoryStep.Kind.CONNECT, host + ": " + text(unreachable));
      }
    }
    throw new DirectoryAwayException(steps.lastFailure());
  }

  private static LDAPConnection reach(Directory directory, String host)
      throws LDAPException, GeneralSecurityException {
    HostPort address = Objects.requireNonNull(HostPort.parse(host), "was checked when saved");
    int port = address.portOr(directory.security().port());
    return switch (directory.security()) {
      case LDAPS -> {
        SSLContext tls = TrustedAuthorities.context(directory.certificates());
        yield new LDAPConnection(tls.getSocketFactory(), options(directory), address.host(), port);
      }
      case STARTTLS -> startTls(directory, address, port);
      case NONE -> {
        if (!DirectoryRules.isLoopback(host)) {
          throw new GeneralSecurityException("without TLS only this machine is asked");
        }
        yield new LDAPConnection(options(directory), address.host(), port);
      }
    };
  }

  private static LDAPConnection startTls(Directory directory, HostPort address, int port)
      throws LDAPException, GeneralSecurityException {
    SSLContext tls = TrustedAuthorities.context(directory.certificates());
    LDAPConnection connection = new LDAPConnection(options(directory), address.host(), port);
    try {
      var answer = connection.processExtendedOperation(new StartTLSExtendedRequest(tls));
      if (answer.getResultCode().intValue() != 0) {
        throw new GeneralSecurityException("StartTLS was refused: " + answer.getResultCode());
      }
      return connection;
    } catch (LDAPException | GeneralSecurityException refused) {
      connection.close();
      throw refused;
    }
  }

  private static LDAPConnectionOptions options(Directory directory) {
    LDAPConnectionOptions options = new LDAPConnectionOptions();
    options.setConnectTimeoutMillis(directory.connectTimeout() * 1000);
    options.setResponseTimeoutMillis(directory.timeLimit() * 1000L);
    options.setUseSynchronousMode(true);
    options.setFollowReferrals(false);
    options.setBindWithDNRequiresPassword(true);
    options.setMaxMessageSize(MOST_OCTETS);
    options.setSSLSocketVerifier(new HostNameSSLSocketVerifier(true));
    return options;
  }

  private void bind(LDAPConnection connection, Directory directory, DirectorySteps steps)
      throws DirectoryAwayException {
    if (directory.bindDn().isEmpty()) {
      return;
    }
    try {
      connection.bind(
          directory.bindDn(), directory.bindPassword().open(secrets, directory.passwordPlace()));
      steps.done(DirectoryStep.Kind.BIND, directory.bindDn());
    } catch (LDAPException | UnreadableSecretException refused) {
      steps.failed(DirectoryStep.Kind.BIND, directory.bindDn() + ": " + text(refused));
      throw new DirectoryAwayException(steps.lastFailure());
    }
  }

  static String text(Exception failure) {
    String message = failure.getMessage();
    return failure instanceof LDAPException ldap
        ? ldap.getResultCode().getName() + ": " + message
        : String.valueOf(message);
  }
}
