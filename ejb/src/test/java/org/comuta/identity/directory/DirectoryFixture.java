package org.comuta.identity.directory;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFException;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** A directory in memory with some people in it, on a free port of loopback. */
final class DirectoryFixture implements AutoCloseable {
  static final String BASE = "dc=example,dc=com";
  static final String READER = "cn=reader," + BASE;
  static final String READER_PASSWORD = "reads only";

  final InMemoryDirectoryServer server;

  DirectoryFixture() throws LDAPException, LDIFException {
    InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(BASE);
    config.setSchema(null);
    config.addAdditionalBindCredentials(READER, READER_PASSWORD);
    config.setListenerConfigs(
        InMemoryListenerConfig.createLDAPConfig(
            "plain", InetAddress.getLoopbackAddress(), 0, null));
    server = new InMemoryDirectoryServer(config);
    server.startListening();
    server.add("dn: " + BASE, "objectClass: domain", "dc: example");
    server.add("dn: ou=people," + BASE, "objectClass: organizationalUnit", "ou: people");
    server.add("dn: ou=groups," + BASE, "objectClass: organizationalUnit", "ou: groups");
  }

  String host() {
    return "127.0.0.1:" + server.getListenPort();
  }

  /** Adds somebody whose password is {@code of <name>}. */
  void person(String name, String... more) throws LDAPException, LDIFException {
    String[] lines = {
      "dn: uid=" + name + ",ou=people," + BASE,
      "objectClass: inetOrgPerson",
      "uid: " + name,
      "cn: " + name.toUpperCase(Locale.ROOT),
      "sn: x",
      "entryUUID: id-of-" + name,
      "userPassword: of " + name
    };
    String[] all = Arrays.copyOf(lines, lines.length + more.length);
    System.arraycopy(more, 0, all, lines.length, more.length);
    server.add(all);
  }

  /** Adds a group of these members. */
  void group(String name, String... memberDns) throws LDAPException, LDIFException {
    StringBuilder entry =
        new StringBuilder("dn: cn=" + name + ",ou=groups," + BASE + "\n")
            .append("objectClass: groupOfNames\ncn: ")
            .append(name);
    for (String member : memberDns) {
      entry.append("\nmember: ").append(member);
    }
    server.add(entry.toString().split("\n", -1));
  }

  static String dn(String name) {
    return "uid=" + name + ",ou=people," + BASE;
  }

  static String groupDn(String name) {
    return "cn=" + name + ",ou=groups," + BASE;
  }

  /** The directory as an administrator would describe it, changed like this. */
  Directory described(UnaryOperator<JsonObjectBuilder> changed) {
    JsonObject body =
        changed
            .apply(
                Json.createObjectBuilder()
                    .add("name", "test")
                    .add("hosts", Json.createArrayBuilder().add(host()))
                    .add("security", "NONE")
                    .add("bindDn", READER)
                    .add("bindPassword", READER_PASSWORD)
                    .add("baseDn", BASE)
                    .add("groupLookup", "SEARCH")
                    .add("administratorGroups", Json.createArrayBuilder().add("admins"))
                    .add("operatorGroups", Json.createArrayBuilder().add(groupDn("Staff"))))
            .build();
    var parsed = new DirectoryRules().description().parse(body);
    return Objects.requireNonNull(parsed.object(), () -> parsed.problems().toString());
  }

  Directory described() {
    return described(same -> same);
  }

  @Override
  public void close() {
    server.shutDown(true);
  }
}
