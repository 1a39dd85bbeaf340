package org.comuta.tests.harness;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * OpenLDAP's server on free ports of loopback, with TLS and a certificate of its own for 127.0.0.1.
 * It takes a bind without a password for one of nobody, as careless directories do.
 */
public final class Slapd implements AutoCloseable {
  /** Where everything is. */
  public static final String BASE = "dc=example,dc=com";

  /** Who may search. */
  public static final String READER = "cn=reader," + BASE;

  /** Of the reader. */
  public static final String READER_PASSWORD = "only-for-this-test-r";

  private static final String ROOT = "cn=root," + BASE;
  private static final String ROOT_PASSWORD = "only-for-this-test-0";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Path folder;
  private final TestCertificate certificate;
  private final int port;
  private final int tlsPort;
  private Process process;

  private Slapd(Path folder) throws IOException {
    this.folder = folder;
    this.certificate = TestCertificate.make(folder, "ip:127.0.0.1");
    this.port = freePort();
    this.tlsPort = freePort();
    Files.createDirectories(folder.resolve("data"));
    Files.writeString(folder.resolve("slapd.conf"), configuration());
    this.process = run();
  }

  /** Starts one with its files in this folder; two organizational units are in it. */
  public static Slapd start(Path folder) {
    try {
      Slapd slapd = new Slapd(folder);
      slapd.awaitAnswer();
      slapd.add("dn: " + BASE, "objectClass: dcObject", "objectClass: organization", "o: Example");
      slapd.add("dn: ou=people," + BASE, "objectClass: organizationalUnit");
      slapd.add("dn: ou=groups," + BASE, "objectClass: organizationalUnit");
      slapd.add(
          "dn: " + READER,
          "objectClass: organizationalRole",
          "objectClass: simpleSecurityObject",
          "userPassword: " + READER_PASSWORD);
      return slapd;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String configuration() {
    return """
        include /etc/ldap/schema/core.schema
        include /etc/ldap/schema/cosine.schema
        include /etc/ldap/schema/inetorgperson.schema
        modulepath /usr/lib/ldap
        moduleload back_mdb
        moduleload memberof
        pidfile %1$s/slapd.pid
        allow bind_anon_cred
        TLSCACertificateFile %2$s
        TLSCertificateFile %2$s
        TLSCertificateKeyFile %3$s
        database mdb
        suffix "%4$s"
        rootdn "%5$s"
        rootpw %6$s
        directory %1$s/data
        maxsize 16777216
        overlay memberof
        access to attrs=userPassword by anonymous auth by * none
        access to * by dn.exact="%7$s" read by * none
        """
        .formatted(
            folder,
            certificate.certificateFile(),
            certificate.keyFile(),
            BASE,
            ROOT,
            ROOT_PASSWORD,
            READER);
  }

  private Process run() throws IOException {
    return new ProcessBuilder(
            "/usr/sbin/slapd",
            "-f",
            folder.resolve("slapd.conf").toString(),
            "-h",
            "ldap://127.0.0.1:%d/ ldaps://127.0.0.1:%d/".formatted(port, tlsPort),
            "-d",
            "0")
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("slapd.log").toFile())
        .start();
  }

  private void awaitAnswer() {
    Instant until = Instant.now().plus(PATIENCE);
    while (true) {
      try (LDAPConnection connection = new LDAPConnection("127.0.0.1", port)) {
        connection.bind(ROOT, ROOT_PASSWORD);
        return;
      } catch (LDAPException notYet) {
        if (ends() || Instant.now().isAfter(until)) {
          throw new IllegalStateException("slapd does not answer: " + log(), notYet);
        }
      }
    }
  }

  /** Whether the process ends within a moment. */
  private boolean ends() {
    try {
      return process.waitFor(100, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private String log() {
    try {
      return Files.readString(folder.resolve("slapd.log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Adds somebody. */
  public void person(String name, String password) {
    add(
        "dn: " + dn(name),
        "objectClass: inetOrgPerson",
        "cn: " + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) + " Silva",
        "sn: Silva",
        "userPassword: " + password);
  }

  /** Adds a group of these members. */
  public void group(String name, List<String> memberDns) {
    String[] lines = new String[memberDns.size() + 2];
    lines[0] = "dn: " + groupDn(name);
    lines[1] = "objectClass: groupOfNames";
    for (int i = 0; i < memberDns.size(); i++) {
      lines[i + 2] = "member: " + memberDns.get(i);
    }
    add(lines);
  }

  /** DN of somebody. */
  public static String dn(String name) {
    return "uid=" + name + ",ou=people," + BASE;
  }

  /** DN of a group. */
  public static String groupDn(String name) {
    return "cn=" + name + ",ou=groups," + BASE;
  }

  /** Removes an entry. */
  public void delete(String dn) {
    change(connection -> connection.delete(dn));
  }

  private void add(String... lines) {
    change(connection -> connection.add(lines));
  }

  private interface Change {
    Object with(LDAPConnection connection) throws LDAPException, LDIFException;
  }

  private void change(Change change) {
    try (LDAPConnection connection = new LDAPConnection("127.0.0.1", port, ROOT, ROOT_PASSWORD)) {
      change.with(connection);
    } catch (LDAPException | LDIFException refused) {
      throw new IllegalStateException(refused);
    }
  }

  /** Host and port without TLS from the beginning. */
  public String host() {
    return "127.0.0.1:" + port;
  }

  /** Host and port with TLS. */
  public String tlsHost() {
    return "127.0.0.1:" + tlsPort;
  }

  /** The same by a name that its certificate does not have. */
  public String tlsHostByAnotherName() {
    return "localhost:" + tlsPort;
  }

  /** Its certificate, which signs itself; PEM. */
  public String certificate() {
    return certificate.pem();
  }

  /** Ends the process; what was in it stays. */
  public void stop() {
    process.destroy();
    process.onExit().join();
  }

  /** Starts it again. */
  public void startAgain() {
    try {
      process = run();
      awaitAnswer();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    stop();
  }
}
