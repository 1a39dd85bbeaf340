package org.comuta.rest;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.comuta.description.Problem;
import org.comuta.listing.Order;
import org.jspecify.annotations.Nullable;

/**
 * What a list is asked for: a page of it, and filters by field. What is not known is refused, so
 * that a misspelt filter does not silently match everything.
 *
 * @param page from 0
 * @param size most items of the page, 1 to 1000
 * @param filters value by name of the field
 */
record ListQuery(int page, int size, Map<String, String> filters) {
  static final String SORT = "sort";
  static final int DEFAULT_SIZE = 50;
  static final int LARGEST_SIZE = 1_000;
  private static final int LAST_PAGE = 1_000_000;

  /** Reads it from the query of the request. */
  static ListQuery from(UriInfo request, Collection<String> filters) {
    return from(request.getQueryParameters(), filters);
  }

  /** The same of a list that {@code sort} puts in order, by one of these fields. */
  static ListQuery sorted(
      UriInfo request, Collection<String> filters, Collection<String> sortable) {
    return sorted(request.getQueryParameters(), filters, sortable);
  }

  static ListQuery sorted(
      MultivaluedMap<String, String> parameters,
      Collection<String> filters,
      Collection<String> sortable) {
    Set<String> allowed = new TreeSet<>(filters);
    allowed.add(SORT);
    ListQuery query = from(parameters, allowed);
    String sort = query.filters().getOrDefault(SORT, "");
    boolean known = Order.parse(sort).map(Order::field).filter(sortable::contains).isPresent();
    if (!sort.isEmpty() && !known) {
      refuse(
          List.of(
              new Problem(
                  SORT,
                  "unknown",
                  "sort must be one of "
                      + String.join(", ", new TreeSet<>(sortable))
                      + ", with a minus before it for the largest first.")));
    }
    return query;
  }

  /** The order that is asked for; null for the one that the list has by itself. */
  @Nullable Order order() {
    return Order.parse(filters.getOrDefault(SORT, "")).orElse(null);
  }

  /** The filters by field. */
  Map<String, String> conditions() {
    Map<String, String> conditions = new LinkedHashMap<>(filters);
    conditions.remove(SORT);
    return conditions;
  }

  static ListQuery from(MultivaluedMap<String, String> parameters, Collection<String> allowed) {
    List<Problem> problems = new ArrayList<>();
    Map<String, String> filters = new LinkedHashMap<>();
    int page = 0;
    int size = DEFAULT_SIZE;
    for (Map.Entry<String, List<String>> parameter : parameters.entrySet()) {
      String name = parameter.getKey();
      String value = parameter.getValue().getFirst();
      if (parameter.getValue().size() > 1) {
        problems.add(new Problem(name, "duplicate", name + " is given twice."));
      } else if (name.equals("page")) {
        page = number(name, value, 0, LAST_PAGE, problems);
      } else if (name.equals("size")) {
        size = number(name, value, 1, LARGEST_SIZE, problems);
      } else if (allowed.contains(name)) {
        filters.put(name, value);
      } else {
        problems.add(
            new Problem(
                name,
                "unknown",
                "'"
                    + name
                    + "' is not a query parameter here; known are page, size"
                    + others(allowed)
                    + "."));
      }
    }
    refuse(problems);
    return new ListQuery(page, size, filters);
  }

  /** Refuses a query with anything in it but these. */
  static void only(UriInfo request, Collection<String> allowed) {
    List<Problem> problems = new ArrayList<>();
    for (Map.Entry<String, List<String>> parameter : request.getQueryParameters().entrySet()) {
      String name = parameter.getKey();
      if (!allowed.contains(name)) {
        problems.add(new Problem(name, "unknown", "'" + name + "' is not a query parameter here."));
      } else if (parameter.getValue().size() > 1) {
        problems.add(new Problem(name, "duplicate", name + " is given twice."));
      }
    }
    refuse(problems);
  }

  static void refuse(List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw ApiProblem.badRequest("query", problems);
    }
  }

  int offset() {
    return page * size;
  }

  /** The page of a list that was read whole. */
  <T> List<T> cut(List<T> all) {
    long from = Math.min((long) page * size, all.size());
    long to = Math.min(from + size, all.size());
    return all.subList((int) from, (int) to);
  }

  private static String others(Collection<String> allowed) {
    return allowed.isEmpty() ? "" : ", " + String.join(", ", new TreeSet<>(allowed));
  }

  private static int number(
      String name, String value, int least, int most, List<Problem> problems) {
    try {
      int number = Integer.parseInt(value);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // Told below, as a number out of range is.
    }
    problems.add(
        new Problem(
            name,
            "range",
            "%s must be a whole number from %d to %d.".formatted(name, least, most)));
    return least;
  }
}
