package org.comuta.portal.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.comuta.configuration.StoredObject;
import org.comuta.description.Json;
import org.comuta.routing.CallRequest;
import org.comuta.routing.Decision;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrialTest {
  private static Draft draft(String kind, String name, String... fields) {
    Draft draft = new Draft(name, kind, List.of("name"));
    draft.put("name", name);
    for (String field : fields) {
      String[] pair = field.split("=", 2);
      draft.put(pair[0], pair[1]);
    }
    return draft;
  }

  private static Draft route(String name, String from, String to, String filter) {
    return draft(
        "route", name, "originNap=" + from, "destinationNap=" + to, "calledNumber=" + filter);
  }

  @ParameterizedTest(name = "{1} from {0} with the saved route disabled: {2}, goes by {3} to {4}")
  @CsvSource({
    "carrier, 551132221111, false, saved,    office,  false",
    "carrier, 551132221111, true,  incoming, office,  false",
    "carrier, 4930111,      false, ,         ,        true",
    "office,  4930111,      false, outgoing, carrier, false",
  })
  void theFirstRouteThatTakesTheCallIsTold(
      String from, String called, boolean replaced, String route, String to, boolean nowhere) {
    List<Draft> drafts =
        new ArrayList<>(
            List.of(
                draft("nap", "carrier", "domain=192.0.2.1"),
                draft("nap", "office", "domain=192.0.2.2"),
                route("incoming", "carrier", "office", "^55"),
                route("outgoing", "office", "carrier", "")));
    if (replaced) {
      drafts.add(route("saved", "carrier", "office", "^77"));
    }
    StoredObject saved =
        new StoredObject(
            "route",
            "saved",
            1,
            Json.parse(
                "{\"name\":\"saved\",\"originNap\":\"carrier\",\"destinationNap\":\"office\","
                    + "\"priority\":1,\"calledNumber\":\"^55\"}"));
    Decision decision = Trial.decide(List.of(saved), drafts, new CallRequest(from, "1", called));
    assertThat(decision.candidates().isEmpty()).isEqualTo(nowhere);
    if (!nowhere) {
      assertThat(decision.candidates().getFirst().route().name()).isEqualTo(route);
      assertThat(decision.candidates().getFirst().destination().name()).isEqualTo(to);
    }
    assertThat(decision.trace()).isNotEmpty();
  }
}
