package org.comuta.access;

import java.net.InetAddress;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.comuta.network.Prefix;
import org.jspecify.annotations.Nullable;

/** Rules made ready to be asked with every request. Immutable. */
public final class AccessMatcher {
  /**
   * How a question was decided.
   *
   * @param rule number of the rule that decided, from 0; null when none fits
   * @param loopback whether the address is one that nothing refuses
   */
  public record Verdict(Action action, @Nullable Integer rule, boolean loopback) {
    /** Whether the address is let in. */
    public boolean letIn() {
      return action == Action.ALLOW;
    }
  }

  private final List<Action> actions;
  private final Action otherwise;
  private final Map<Service, PrefixTrie> tries = new EnumMap<>(Service.class);

  /**
   * @param rules such as {@link AccessRules#check} has nothing against
   */
  public AccessMatcher(AccessRules rules) {
    otherwise = rules.defaultAction();
    actions = rules.rules().stream().map(AccessRule::action).toList();
    for (Service service : Service.values()) {
      tries.put(service, new PrefixTrie());
    }
    for (int i = 0; i < actions.size(); i++) {
      AccessRule rule = rules.rules().get(i);
      Prefix prefix = Objects.requireNonNull(Prefix.parse(rule.address()), rule.address());
      for (Service service : rule.services()) {
        trie(service).add(prefix, i);
      }
    }
  }

  private PrefixTrie trie(Service service) {
    return Objects.requireNonNull(tries.get(service));
  }

  /** Whether the address is let in to the service. */
  public boolean permits(Service service, InetAddress address) {
    return permits(service, Prefix.of(address));
  }

  private boolean permits(Service service, Prefix address) {
    if (AccessRules.isNeverRefused(address)) {
      return true;
    }
    int rule = trie(service).first(address);
    return (rule == PrefixTrie.NONE ? otherwise : actions.get(rule)) == Action.ALLOW;
  }

  /** The same with the reason. */
  public Verdict decide(Service service, InetAddress address) {
    Prefix one = Prefix.of(address);
    boolean loopback = AccessRules.isNeverRefused(one);
    int rule = loopback ? PrefixTrie.NONE : trie(service).first(one);
    return new Verdict(
        permits(service, one) ? Action.ALLOW : Action.DENY,
        rule == PrefixTrie.NONE ? null : rule,
        loopback);
  }
}
