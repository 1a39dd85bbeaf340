package org.comuta.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.comuta.Sample.nap;
import static org.comuta.Sample.route;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.comuta.nap.NapTable;
import org.comuta.number.InvalidPatternException;
import org.comuta.number.NumberFilter;
import org.comuta.number.NumberRewrite;

class RouteTablePropertyTest {
  private static final NapTable NAPS =
      new NapTable(
          List.of(
              nap("a", "192.0.2.1"),
              nap("b", "192.0.2.2"),
              nap("off", "192.0.2.3", "'enabled': false")));

  @Property(tries = 400)
  void theIndexDecidesAsLookingAtEveryRouteDoes(
      @ForAll("routes") List<Route> routes,
      @ForAll("numbers") String calling,
      @ForAll("numbers") String called)
      throws InvalidPatternException {
    CallRequest request = new CallRequest("a", calling, called);
    RouteTable indexed = new RouteTable(routes, NAPS, 0);
    RouteTable plain = new RouteTable(routes, NAPS, Integer.MAX_VALUE);

    List<Candidate> expected = reference(routes, request);

    assertThat(indexed.decide(request).candidates()).isEqualTo(expected);
    assertThat(plain.decide(request).candidates()).isEqualTo(expected);
    assertThat(indexed.decide(request, Explain.FULL))
        .isEqualTo(plain.decide(request, Explain.FULL));
  }

  /** The rule as the manual tells it, without any shortcut. */
  private static List<Candidate> reference(List<Route> routes, CallRequest request)
      throws InvalidPatternException {
    List<Route> sorted = new ArrayList<>(routes);
    sorted.sort(Comparator.comparingInt(Route::priority).thenComparing(Route::name));
    List<Candidate> candidates = new ArrayList<>();
    for (Route route : sorted) {
      var destination = NAPS.find(route.destinationNap());
      if (route.enabled()
          && destination != null
          && destination.enabled()
          && route.originNap().equals(request.originNap())
          && NumberFilter.parse(route.calledNumber()).accepts(request.calledNumber())
          && NumberFilter.parse(route.callingNumber()).accepts(request.callingNumber())) {
        candidates.add(
            new Candidate(
                route,
                destination,
                NumberRewrite.parse(route.rewriteCalling()).apply(request.callingNumber()),
                NumberRewrite.parse(route.rewriteCalled()).apply(request.calledNumber())));
      }
    }
    return candidates;
  }

  @Provide
  Arbitrary<List<Route>> routes() {
    Arbitrary<String> prefix = Arbitraries.strings().withChars("1234").ofMaxLength(4);
    Arbitrary<String> filter =
        Combinators.combine(
                prefix, Arbitraries.of("^%s", "^%s$", "^%s[1-4]", "^%s?", "^%s|^4", "%s", "^(%s)?"))
            .as((digits, form) -> digits.isEmpty() ? "" : form.formatted(digits));
    Arbitrary<String> rewrite = Arbitraries.of("", "/^1(.*)/$1/", "/(.)$/9$1/");
    Arbitrary<Tuple.Tuple4<String, String, String, String>> numbers =
        Combinators.combine(filter, filter.injectDuplicates(0.5), rewrite, rewrite).as(Tuple::of);
    Arbitrary<Tuple.Tuple4<Integer, String, String, Boolean>> way =
        Combinators.combine(
                Arbitraries.integers().between(0, 3),
                Arbitraries.frequency(Tuple.of(4, "a"), Tuple.of(1, "b")),
                Arbitraries.frequency(Tuple.of(4, "b"), Tuple.of(1, "off")),
                Arbitraries.frequency(Tuple.of(6, true), Tuple.of(1, false)))
            .as(Tuple::of);
    Arbitrary<String> names = Arbitraries.strings().withCharRange('a', 'z').ofLength(3);
    return Combinators.combine(names, way, numbers)
        .as(
            (name, how, what) ->
                route(
                    name,
                    how.get2(),
                    how.get3(),
                    "'priority': " + how.get1(),
                    "'enabled': " + how.get4(),
                    "'calledNumber': '" + what.get1() + "'",
                    "'callingNumber': '" + (what.get2().contains("$") ? what.get2() : "") + "'",
                    "'rewriteCalled': '" + what.get3() + "'",
                    "'rewriteCalling': '" + what.get4() + "'"))
        .list()
        .uniqueElements(Route::name)
        .ofMaxSize(30);
  }

  @Provide
  Arbitrary<String> numbers() {
    return Arbitraries.strings().withChars("1234").ofMaxLength(6);
  }
}
