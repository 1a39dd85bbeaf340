package org.comuta.tests.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.comuta.tests.api.Contract.Operation;
import org.comuta.tests.api.RandomRequests.Request;
import org.comuta.tests.harness.ComutaServer;
import org.comuta.tests.harness.SharedServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Random requests, made from the server's OpenAPI document: none ends in a fault of the server, and
 * none gets an answer that the document does not tell of. The last, for they change whatever there
 * is.
 */
@ExtendWith(SharedServer.class)
@Order(Integer.MAX_VALUE)
class OpenApiIT {
  private static final int ROUNDS = Integer.getInteger("comuta.api.rounds", 25);
  private static final long SEED = Long.getLong("comuta.api.seed", 20_261);
  private static final int MOST_SHOWN = 500;
  private static ComutaServer server;

  @BeforeAll
  static void begin(ComutaServer shared) {
    server = shared;
  }

  @Test
  void noRequestEndsInAFaultOrAnUndocumentedAnswer() {
    Contract contract = new Contract(server.rest().get("/openapi", "application/json").body());
    RandomRequests requests =
        new RandomRequests(contract, new RandomValues(contract, new SplittableRandom(SEED)));
    List<Operation> operations = contract.operations();
    assertThat(operations).hasSizeGreaterThan(50);
    assertThat(operations.stream().flatMap(one -> Contract.undescribed(one).stream()))
        .as("variables of paths that are not described")
        .isEmpty();
    Askers askers = new Askers(server);
    List<String> wrong = new ArrayList<>();
    Map<Integer, Integer> statuses = new TreeMap<>();
    for (int round = 0; round < ROUNDS; round++) {
      for (Operation operation : operations) {
        Request request = requests.of(operation);
        HttpResponse<String> answer =
            askers
                .of(operation)
                .call(
                    request.method(),
                    request.path(),
                    request.body(),
                    request.headers().toArray(String[]::new));
        askers.mend(operation, answer.statusCode());
        statuses.merge(answer.statusCode(), 1, Integer::sum);
        String undocumented = judge(contract, operation, answer);
        if (!undocumented.isEmpty()) {
          wrong.add(undocumented + "\n  " + request + "\n  " + start(answer.body()));
        }
      }
    }
    assertThat(wrong)
        .as("%s of them; answers by status: %s, seed %s", wrong.size(), statuses, SEED)
        .isEmpty();
    assertThat(statuses).as("of all kinds").containsKeys(200, 201, 204, 400, 404, 422);
  }

  private static String start(String body) {
    return body.substring(0, Math.min(body.length(), MOST_SHOWN));
  }

  private static String judge(Contract contract, Operation operation, HttpResponse<String> answer) {
    int status = answer.statusCode();
    if (status == 500) {
      return "a fault of the server";
    }
    String type = answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
    return contract.undocumented(operation, status, type, answer.body());
  }
}
