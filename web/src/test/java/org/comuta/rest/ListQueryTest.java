package org.comuta.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Map;
import java.util.Set;
import org.comuta.listing.Order;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListQueryTest {
  private static ListQuery read(String... pairs) {
    MultivaluedMap<String, String> parameters = new MultivaluedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      parameters.add(pairs[i], pairs[i + 1]);
    }
    return ListQuery.from(parameters, Set.of("domain", "port"));
  }

  @Test
  void withoutAnythingItIsTheFirstPage() {
    assertThat(read()).isEqualTo(new ListQuery(0, 50, Map.of()));
  }

  @Test
  void pageSizeAndFiltersAreTaken() {
    ListQuery query = read("page", "3", "size", "20", "domain", "a", "port", "");
    assertThat(query).isEqualTo(new ListQuery(3, 20, Map.of("domain", "a", "port", "")));
    assertThat(query.offset()).isEqualTo(60);
  }

  @ParameterizedTest(name = "{0}={1} is refused as {2}")
  @CsvSource({
    "page, -1, range",
    "page, x, range",
    "page, '', range",
    "page, 1000001, range",
    "size, 0, range",
    "size, 1001, range",
    "size, 99999999999, range",
    "domian, a, unknown",
  })
  void whatIsWrongIsRefusedByItsName(String name, String value, String code) {
    assertThatExceptionOfType(ApiProblem.class)
        .isThrownBy(() -> read(name, value))
        .satisfies(
            problem ->
                assertThat(String.valueOf(problem.getResponse().getEntity()))
                    .contains("\"field\":\"" + name + "\"", "\"code\":\"" + code + "\""));
  }

  @Test
  void aParameterGivenTwiceIsRefused() {
    assertThatExceptionOfType(ApiProblem.class)
        .isThrownBy(() -> read("domain", "a", "domain", "b"))
        .withMessage("domain is given twice.");
  }

  private static ListQuery sorted(String sort) {
    MultivaluedMap<String, String> parameters = new MultivaluedHashMap<>();
    parameters.add("sort", sort);
    parameters.add("domain", "a");
    return ListQuery.sorted(parameters, Set.of("domain"), Set.of("port", "name"));
  }

  @ParameterizedTest(name = "sort={0}: {1}")
  @CsvSource({"port, port", "-port, -port", "'', "})
  void anOrderIsTakenAndIsNoFilter(String sort, @Nullable String order) {
    assertThat(sorted(sort).order()).isEqualTo(order == null ? null : Order.parse(order).get());
    assertThat(sorted(sort).conditions()).isEqualTo(Map.of("domain", "a"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"colour", "-", "domain", "port,name"})
  void anOrderByWhatIsNoFieldIsRefused(String sort) {
    assertThatExceptionOfType(ApiProblem.class)
        .isThrownBy(() -> sorted(sort))
        .withMessage(
            "sort must be one of name, port, with a minus before it for the largest first.");
  }
}
