package org.comuta.access;

import java.util.Arrays;
import org.comuta.network.Prefix;

/**
 * Finds the first of many rules that holds an address, in as many steps as the address has bits,
 * however many rules there are. To be filled by one thread; then any thread may ask.
 */
final class PrefixTrie {
  /** What {@link #first} answers when no rule holds the address. */
  static final int NONE = Integer.MAX_VALUE;

  private static final int ROOT_IPV4 = 0;
  private static final int ROOT_IPV6 = 1;
  private static final int NO_CHILD = 0;

  /** The two children of each node, beside one another. */
  private int[] children = new int[64];

  /** The first rule for exactly the prefix of each node. */
  private int[] rules = new int[32];

  private int nodes;

  PrefixTrie() {
    node();
    node();
  }

  private int node() {
    if (nodes == rules.length) {
      rules = Arrays.copyOf(rules, 2 * nodes);
      children = Arrays.copyOf(children, 4 * nodes);
    }
    rules[nodes] = NONE;
    return nodes++;
  }

  /** Adds a rule; of two with the same prefix the one with the smaller number counts. */
  void add(Prefix prefix, int rule) {
    int node = root(prefix);
    for (int i = 0; i < prefix.length(); i++) {
      int slot = 2 * node + prefix.bit(i);
      if (children[slot] == NO_CHILD) {
        int child = node();
        children[slot] = child;
      }
      node = children[slot];
    }
    rules[node] = Math.min(rules[node], rule);
  }

  /** The smallest number of all rules that hold this address. Allocates nothing. */
  int first(Prefix address) {
    int node = root(address);
    int first = rules[node];
    for (int i = 0; i < address.length(); i++) {
      node = children[2 * node + address.bit(i)];
      if (node == NO_CHILD) {
        return first;
      }
      first = Math.min(first, rules[node]);
    }
    return first;
  }

  private static int root(Prefix prefix) {
    return prefix.v6() ? ROOT_IPV6 : ROOT_IPV4;
  }
}
