package org.comuta.tests.api;

import java.util.Set;
import org.comuta.tests.api.Contract.Operation;
import org.comuta.tests.harness.ComutaServer;
import org.comuta.tests.harness.RestClient;

/** Those who ask, and who stay able to: a program with a token, and a person where only one may. */
final class Askers {
  private static final String POLICY = "/api/v1/sign-in-policy";
  private static final String PASSWORD = "only-for-this-test-0";

  /** First words of paths that a token does not open. */
  private static final Set<String> PERSONAL = Set.of("account", "me", "tokens");

  private final RestClient program;
  private final RestClient person;
  private final String policy;

  Askers(ComutaServer server) {
    RestClient administrator = server.rest();
    program =
        server.restWithToken(administrator.post("/api/v1/tokens", "{}").json().getString("token"));
    program.put(
        "/api/v1/users/person", "{\"role\":\"ADMINISTRATOR\",\"password\":\"" + PASSWORD + "\"}");
    person = server.rest("person", PASSWORD);
    policy = program.get(POLICY).body();
  }

  RestClient of(Operation operation) {
    String first = operation.path().replaceFirst("^/api/v1/", "").replaceFirst("/.*", "");
    return PERSONAL.contains(first) ? person : program;
  }

  /** Undoes what would shut everybody out of the requests that follow. */
  void mend(Operation operation, int status) {
    if (operation.method().equals("PUT") && operation.path().equals(POLICY) && status < 300) {
      program.put(POLICY, policy);
    }
    if (status == 429) {
      program
          .get("/api/v1/locks")
          .json()
          .getJsonArray("items")
          .forEach(lock -> program.delete("/api/v1/locks/" + lock.asJsonObject().getString("id")));
    }
  }
}
