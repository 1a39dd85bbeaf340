package org.comuta.access;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.comuta.description.Problem;
import org.comuta.network.Prefix;

/**
 * Who is let in: the first rule whose address and service fit decides, and where none does the
 * default. Immutable; the words of the API.
 */
public record AccessRules(List<AccessRule> rules, Action defaultAction) {
  /** What is shipped: everybody is let in to where sign-in awaits. */
  public static final AccessRules SHIPPED = new AccessRules(List.of(), Action.ALLOW);

  /** Most rules of a list. */
  public static final int MOST = 1_000;

  private static final Prefix LOOPBACK_IPV4 = Prefix.of(InetAddress.ofLiteral("127.0.0.1"));
  private static final Prefix LOOPBACK_IPV6 = Prefix.of(InetAddress.ofLiteral("::1"));

  public AccessRules {
    rules = List.copyOf(rules);
  }

  /** The same with addresses and prefixes in their one spelling; what is wrong stays as it is. */
  public AccessRules canonical() {
    return new AccessRules(rules.stream().map(AccessRules::canonical).toList(), defaultAction);
  }

  private static AccessRule canonical(AccessRule rule) {
    Prefix prefix = Prefix.parse(rule.address().strip());
    return new AccessRule(
        rule.action(),
        prefix == null || !Prefix.isExact(rule.address().strip())
            ? rule.address()
            : prefix.toString(),
        rule.services(),
        rule.comment().strip());
  }

  /** What is wrong with them; empty when nothing is. */
  public List<Problem> check() {
    List<Problem> problems = new ArrayList<>();
    if (rules.size() > MOST) {
      problems.add(new Problem("rules", "length", "rules must have at most " + MOST + " of them."));
    }
    for (int i = 0; i < rules.size(); i++) {
      check(rules.get(i), "rules[" + i + "].", problems);
    }
    return problems;
  }

  private static void check(AccessRule rule, String path, List<Problem> problems) {
    String address = path + "address";
    Prefix prefix = Prefix.parse(rule.address());
    if (prefix == null) {
      problems.add(
          new Problem(
              address,
              "syntax",
              address + " must be an address or a prefix, such as 192.0.2.7 or 2001:db8::/32."));
    } else if (!Prefix.isExact(rule.address())) {
      problems.add(
          new Problem(
              address,
              "conflict",
              "%s has bits beyond its length; as a prefix it is %s.".formatted(address, prefix)));
    }
    if (rule.services().isEmpty()) {
      String services = path + "services";
      problems.add(new Problem(services, "required", services + " must name a service."));
    }
    if (rule.comment().length() > AccessRule.LONGEST_COMMENT
        || rule.comment().chars().anyMatch(Character::isISOControl)) {
      String comment = path + "comment";
      problems.add(
          new Problem(
              comment,
              "length",
              "%s must be one line of at most %d characters."
                  .formatted(comment, AccessRule.LONGEST_COMMENT)));
    }
  }

  /**
   * Whether nothing can refuse this address: that of this machine to itself, so that there is
   * always a way back.
   */
  static boolean isNeverRefused(Prefix address) {
    return address.equals(LOOPBACK_IPV4) || address.equals(LOOPBACK_IPV6);
  }
}
