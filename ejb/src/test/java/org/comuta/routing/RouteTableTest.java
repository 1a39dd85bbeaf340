package org.comuta.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.comuta.Sample.nap;
import static org.comuta.Sample.route;

import java.util.ArrayList;
import java.util.List;
import org.comuta.nap.NapTable;
import org.comuta.routing.TraceStep.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RouteTableTest {
  private static final NapTable NAPS =
      new NapTable(
          List.of(
              nap("in", "192.0.2.1"),
              nap("out", "192.0.2.2"),
              nap("spare", "192.0.2.3"),
              nap("off", "192.0.2.4", "'enabled': false")));

  private static Decision decide(String calling, String called, Route... routes) {
    return new RouteTable(List.of(routes), NAPS)
        .decide(new CallRequest("in", calling, called), Explain.FULL);
  }

  @Test
  void routesAreTriedByPriorityThenByName() {
    Decision decision =
        decide(
            "1",
            "2",
            route("c", "in", "out", "'priority': 10"),
            route("b", "in", "spare", "'priority': 10"),
            route("z", "in", "out", "'priority': 0"),
            route("a", "in", "out"),
            route("other", "spare", "out", "'priority': 0"));

    assertThat(decision.candidates())
        .extracting(candidate -> candidate.route().name(), one -> one.destination().name())
        .containsExactly(
            tuple("z", "out"), tuple("b", "spare"), tuple("c", "out"), tuple("a", "out"));
  }

  @ParameterizedTest(name = "called {2}/{3}, calling {0}/{1}: {4}")
  @CsvSource({
    "11, '', 4832111234, ^48[0-9]{8}$, true",
    "11, '', 483211123, ^48[0-9]{8}$, false",
    "11, ^11$, 48, '', true",
    "12, ^11$, 48, '', false",
    "12, ^11$, 48, ^48, false",
    "'', '', '', '', true",
    "'', ^$, 1, '', true",
  })
  void bothFiltersMustAccept(
      String calling, String callingFilter, String called, String calledFilter, boolean kept) {
    Route route =
        route(
            "r",
            "in",
            "out",
            "'calledNumber': '" + calledFilter + "'",
            "'callingNumber': '" + callingFilter + "'");

    assertThat(decide(calling, called, route).candidates()).hasSize(kept ? 1 : 0);
  }

  @Test
  void numbersAreRewrittenForTheirDestinationOnly() {
    Decision decision =
        decide(
            "551",
            "4832111234",
            route(
                "a",
                "in",
                "out",
                "'rewriteCalled': '/^48([0-9]{8})$/$1/'",
                "'rewriteCalling': '/^55/0800/'"),
            route("b", "in", "spare"));

    assertThat(decision.candidates())
        .extracting(Candidate::calledNumber, Candidate::callingNumber)
        .containsExactly(tuple("32111234", "0800"), tuple("4832111234", "551"));
  }

  @Test
  void everyRouteOfTheOriginLeavesAStepWithTheRuleAndTheValue() {
    Decision decision =
        decide(
            "11",
            "4832111234",
            route("a", "in", "out", "'enabled': false"),
            route("b", "in", "off"),
            route("c", "in", "out", "'calledNumber': '^49'"),
            route("d", "in", "out", "'callingNumber': '^2'"),
            route(
                "e",
                "in",
                "spare",
                "'calledNumber': '^48'",
                "'rewriteCalled': '/^48(.*)/$1/'",
                "'priority': 60"),
            route("f", "off", "out"));

    assertThat(decision.trace())
        .extracting(TraceStep::object, TraceStep::verdict, TraceStep::detail)
        .containsExactly(
            tuple("a", Verdict.DROPPED, "the route is disabled"),
            tuple("b", Verdict.DROPPED, "the destination NAP off is disabled"),
            tuple("c", Verdict.DROPPED, "called number 4832111234 does not match ^49"),
            tuple("d", Verdict.DROPPED, "calling number 11 does not match ^2"),
            tuple(
                "e",
                Verdict.KEPT,
                "priority 60; called number 4832111234 matches ^48;"
                    + " called number becomes 32111234; to NAP spare"));
    assertThat(decision.trace()).allMatch(step -> step.stage().equals("route"));
  }

  @Test
  void routesOfADisabledOriginAreDropped() {
    Decision decision =
        new RouteTable(List.of(route("a", "off", "out")), NAPS)
            .decide(new CallRequest("off", "1", "2"));

    assertThat(decision.candidates()).isEmpty();
    assertThat(decision.trace())
        .extracting(TraceStep::detail)
        .containsExactly("the origin NAP off is disabled");
  }

  @ParameterizedTest
  @EnumSource(Explain.class)
  void anOriginWithoutRoutesIsSaid(Explain explain) {
    Decision decision =
        new RouteTable(List.of(), NAPS).decide(new CallRequest("in", "1", "2"), explain);

    assertThat(decision.candidates()).isEmpty();
    assertThat(decision.trace())
        .extracting(TraceStep::verdict, TraceStep::detail)
        .containsExactly(tuple(Verdict.DROPPED, "no route begins at the NAP in"));
  }

  @Test
  void theTraceOfALiveCallIsBriefHoweverManyRoutesThereAre() {
    List<Route> routes = new ArrayList<>();
    for (int i = 1000; i < 9000; i++) {
      routes.add(route("r" + i, "in", "out", "'calledNumber': '^" + i + "'"));
    }
    routes.add(route("last", "in", "spare", "'priority': 99"));
    RouteTable table = new RouteTable(routes, NAPS);
    CallRequest request = new CallRequest("in", "1", "4832");

    Decision brief = table.decide(request);
    Decision full = table.decide(request, Explain.FULL);

    assertThat(brief.candidates()).isEqualTo(full.candidates());
    assertThat(brief.trace())
        .extracting(TraceStep::object, TraceStep::verdict)
        .containsExactly(
            tuple("r4832", Verdict.KEPT), tuple("last", Verdict.KEPT), tuple("", Verdict.DROPPED));
    assertThat(brief.trace().getLast().detail()).isEqualTo("7999 more routes");
    assertThat(full.trace()).hasSize(8001);
  }

  @Test
  void aBriefTraceCountsTheKeptRoutesItLeavesOut() {
    List<Route> routes = new ArrayList<>();
    for (int i = 10; i < 50; i++) {
      routes.add(route("r" + i, "in", "out"));
    }

    Decision decision = new RouteTable(routes, NAPS).decide(new CallRequest("in", "1", "2"));

    assertThat(decision.candidates()).hasSize(40);
    assertThat(decision.trace()).hasSize(17);
    assertThat(decision.trace().getLast())
        .isEqualTo(new TraceStep("route", "", Verdict.KEPT, "24 more routes"));
  }
}
