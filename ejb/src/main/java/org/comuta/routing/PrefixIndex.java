package org.comuta.routing;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds, among many routes, those whose called-number filter can accept a number, by the digits the
 * filter begins with. Immutable. Finds at least all that accept; the filter itself decides.
 */
final class PrefixIndex {
  private static final class Node {
    private final Map<Character, Node> next = new HashMap<>();
    private int[] routes = new int[0];

    void add(int route) {
      routes = Arrays.copyOf(routes, routes.length + 1);
      routes[routes.length - 1] = route;
    }
  }

  private final Node root = new Node();

  PrefixIndex(List<CompiledRoute> routes) {
    for (int i = 0; i < routes.size(); i++) {
      Node node = root;
      String prefix = routes.get(i).calledPrefix();
      for (int at = 0; at < prefix.length(); at++) {
        node = node.next.computeIfAbsent(prefix.charAt(at), ignored -> new Node());
      }
      node.add(i);
    }
  }

  /** Positions of the routes to look at, in their order. */
  int[] lookUp(String calledNumber) {
    int[] found = root.routes;
    Node node = root.next.isEmpty() ? null : root;
    for (int at = 0; node != null && at < calledNumber.length(); at++) {
      node = node.next.get(calledNumber.charAt(at));
      if (node != null && node.routes.length > 0) {
        int[] more = Arrays.copyOf(found, found.length + node.routes.length);
        System.arraycopy(node.routes, 0, more, found.length, node.routes.length);
        found = more;
      }
    }
    if (found.length > root.routes.length) {
      Arrays.sort(found);
    }
    return found;
  }
}
