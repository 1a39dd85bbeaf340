package org.comuta.tests.harness;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipFile;

/**
 * Keycloak on a free port of loopback, with one realm, one client and some people, as an
 * administrator of a company would set it up.
 */
public final class Keycloak implements AutoCloseable {
  /** Identity of the client. */
  public static final String CLIENT = "comuta";

  /** Secret of the client. */
  public static final String SECRET = "only-for-this-test-c";

  private static final String REALM = "office";
  private static final String ADMINISTRATOR = "root";
  private static final String ADMINISTRATOR_PASSWORD = "only-for-this-test-k";
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** Somebody, and the groups the person is in. */
  public record Person(String name, String password, List<String> groups) {}

  private final HttpClient http = HttpClient.newHttpClient();
  private final Path log;
  private final int port;
  private final Process process;

  private Keycloak(Path folder, int port) throws IOException {
    this.port = port;
    this.log = folder.resolve("keycloak.log");
    ProcessBuilder builder =
        new ProcessBuilder(
                folder.resolve("bin").resolve("kc.sh").toString(),
                "start-dev",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--health-enabled=false",
                "--cache=local",
                "--import-realm")
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("JAVA_OPTS", "-Xms64m -Xmx512m -XX:TieredStopAtLevel=1");
    builder.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMINISTRATOR);
    builder.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", ADMINISTRATOR_PASSWORD);
    this.process = builder.start();
  }

  /**
   * Starts one, and waits until it answers.
   *
   * @param distribution the archive that Maven fetched
   * @param folder where it is unpacked
   * @param portal address of the portal that is its client
   * @param name by which the portal knows it
   */
  public static Keycloak start(
      Path distribution, Path folder, URI portal, String name, List<Person> people) {
    try {
      Path home = unpack(distribution, folder);
      Path imports = Files.createDirectories(home.resolve("data").resolve("import"));
      Files.writeString(imports.resolve("realm.json"), realm(portal, name, people).toString());
      Keycloak keycloak = new Keycloak(home, freePort());
      keycloak.awaitAnswer();
      return keycloak;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path unpack(Path distribution, Path folder) throws IOException {
    try (ZipFile zip = new ZipFile(distribution.toFile())) {
      for (var entry : Collections.list(zip.entries())) {
        // Without the folder that everything in it is in.
        Path target = folder.resolve(entry.getName().replaceFirst("^[^/]*/", "")).normalize();
        if (!target.startsWith(folder)) {
          throw new IOException(entry.getName() + " leads elsewhere");
        }
        if (entry.isDirectory()) {
          Files.createDirectories(target);
        } else {
          Files.createDirectories(target.getParent());
          Files.copy(zip.getInputStream(entry), target);
        }
      }
    }
    Files.setPosixFilePermissions(
        folder.resolve("bin").resolve("kc.sh"), PosixFilePermissions.fromString("rwxr-xr-x"));
    return folder;
  }

  private static JsonObject realm(URI portal, String name, List<Person> people) {
    String address = portal.toString().replaceFirst("/+$", "");
    JsonArrayBuilder users = Json.createArrayBuilder();
    List<String> groupNames = new ArrayList<>();
    for (Person person : people) {
      JsonArrayBuilder groups = Json.createArrayBuilder();
      for (String group : person.groups()) {
        groups.add("/" + group);
        if (!groupNames.contains(group)) {
          groupNames.add(group);
        }
      }
      users.add(
          Json.createObjectBuilder()
              .add("username", person.name())
              .add("enabled", true)
              .add("firstName", person.name())
              .add("lastName", "Silva")
              .add("email", person.name() + "@example.com")
              .add("emailVerified", true)
              .add("groups", groups)
              .add(
                  "credentials",
                  Json.createArrayBuilder()
                      .add(
                          Json.createObjectBuilder()
                              .add("type", "password")
                              .add("value", person.password()))));
    }
    JsonArrayBuilder groups = Json.createArrayBuilder();
    groupNames.forEach(group -> groups.add(Json.createObjectBuilder().add("name", group)));
    return Json.createObjectBuilder()
        .add("realm", REALM)
        .add("enabled", true)
        .add("sslRequired", "none")
        .add("groups", groups)
        .add("users", users)
        .add("clients", Json.createArrayBuilder().add(client(address, name)))
        .build();
  }

  private static JsonObject client(String portal, String name) {
    return Json.createObjectBuilder()
        .add("clientId", CLIENT)
        .add("secret", SECRET)
        .add("enabled", true)
        .add("publicClient", false)
        .add("standardFlowEnabled", true)
        .add("directAccessGrantsEnabled", false)
        .add("redirectUris", Json.createArrayBuilder().add(portal + "/sign-in/callback/" + name))
        .add(
            "attributes",
            Json.createObjectBuilder()
                .add("pkce.code.challenge.method", "S256")
                .add("post.logout.redirect.uris", portal + "/sign-in.xhtml")
                .add("backchannel.logout.url", portal + "/sign-in/logout/" + name)
                .add("backchannel.logout.session.required", "true"))
        .add(
            "protocolMappers",
            Json.createArrayBuilder()
                .add(
                    Json.createObjectBuilder()
                        .add("name", "groups")
                        .add("protocol", "openid-connect")
                        .add("protocolMapper", "oidc-group-membership-mapper")
                        .add(
                            "config",
                            Json.createObjectBuilder()
                                .add("claim.name", "groups")
                                .add("full.path", "false")
                                .add("id.token.claim", "true"))))
        .build();
  }

  private void awaitAnswer() throws IOException {
    Instant until = Instant.now().plus(PATIENCE);
    while (true) {
      try {
        if (get(issuer() + "/.well-known/openid-configuration").statusCode() == 200) {
          return;
        }
      } catch (IOException notYet) {
        // It is still starting.
      }
      if (ends() || Instant.now().isAfter(until)) {
        throw new IllegalStateException("Keycloak does not answer: " + Files.readString(log));
      }
    }
  }

  /** Whether the process ends within a moment. */
  private boolean ends() {
    try {
      return process.waitFor(500, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Its issuer. */
  public String issuer() {
    return server() + "/realms/" + REALM;
  }

  private String server() {
    return "http://127.0.0.1:" + port;
  }

  /** Ends all sessions of somebody, as an administrator there would. */
  public void signOut(String name) {
    try {
      String token =
          json(http.send(
                  HttpRequest.newBuilder(
                          URI.create(server() + "/realms/master/protocol/openid-connect/token"))
                      .header("Content-Type", "application/x-www-form-urlencoded")
                      .POST(
                          BodyPublishers.ofString(
                              "grant_type=password&client_id=admin-cli&username="
                                  + ADMINISTRATOR
                                  + "&password="
                                  + ADMINISTRATOR_PASSWORD))
                      .build(),
                  BodyHandlers.ofString()))
              .getString("access_token");
      String users = server() + "/admin/realms/" + REALM + "/users";
      String found =
          http.send(
                  HttpRequest.newBuilder(URI.create(users + "?exact=true&username=" + name))
                      .header("Authorization", "Bearer " + token)
                      .build(),
                  BodyHandlers.ofString())
              .body();
      String id;
      try (JsonReader reader = Json.createReader(new StringReader(found))) {
        id = reader.readArray().getJsonObject(0).getString("id");
      }
      http.send(
          HttpRequest.newBuilder(URI.create(users + "/" + id + "/logout"))
              .header("Authorization", "Bearer " + token)
              .POST(BodyPublishers.noBody())
              .build(),
          BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static JsonObject json(HttpResponse<String> answer) {
    return new RestClient.Answer(answer.statusCode(), answer.body()).json();
  }

  private HttpResponse<String> get(String address) throws IOException {
    try {
      return http.send(
          HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(30)).build(),
          BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    process.onExit().join();
  }
}
