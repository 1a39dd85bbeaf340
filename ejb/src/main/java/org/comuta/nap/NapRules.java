package org.comuta.nap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.comuta.description.ObjectDescription;
import org.comuta.description.ObjectKind;
import org.comuta.description.ObjectSet;
import org.comuta.description.Problem;
import org.comuta.description.Rule;
import org.comuta.network.Addresses;
import org.comuta.network.HostPort;

/** NAPs as a kind of configuration object: no call may look as if it came from two of them. */
public final class NapRules implements ObjectKind<Nap> {
  private static final ObjectDescription<Nap> DESCRIPTION = ObjectDescription.of(Nap.class);
  private static final Function<ObjectSet, Map<Identity, List<String>>> CLAIMS = NapRules::claims;

  @Override
  public ObjectDescription<Nap> description() {
    return DESCRIPTION;
  }

  @Override
  public List<Problem> check(Nap nap, ObjectSet all) {
    List<Problem> problems = new ArrayList<>();
    if (nap.forceConfiguredProxy() && nap.proxies().isEmpty()) {
      problems.add(
          new Problem(
                  "forceConfiguredProxy",
                  "conflict",
                  "forceConfiguredProxy needs at least one of proxies.")
              .by(Rule.NAP_NEEDS_PROXY));
    }
    addresses(nap, problems);
    InterfaceChoice.check(nap, all, problems);
    Map<Identity, List<String>> claims = all.derived(CLAIMS);
    Identity.of(nap)
        .forEach(
            (identity, field) -> {
              List<String> others =
                  claims.getOrDefault(identity, List.of()).stream()
                      .filter(name -> !name.equals(nap.name()))
                      .toList();
              if (!others.isEmpty()) {
                problems.add(taken(field, identity, others));
              }
            });
    return problems;
  }

  /** What is told to neighbours, and where they are, must lead to one host. */
  private static void addresses(Nap nap, List<Problem> problems) {
    address("domain", nap.domain(), problems);
    address("mediaAddress", nap.mediaAddress(), problems);
    for (String written : nap.proxies()) {
      HostPort proxy = HostPort.parse(written);
      if (proxy != null) {
        address("proxies", proxy.host(), problems);
      }
    }
  }

  private static void address(String field, String host, List<Problem> problems) {
    if (!Addresses.mayBeOneHost(host)) {
      problems.add(
          new Problem(field, "syntax", field + ": " + host + " is no address of one host alone.")
              .by(Rule.ADDRESS_OF_MANY, host));
    }
  }

  /** Which NAPs are known by each sign, in order of their names. */
  private static Map<Identity, List<String>> claims(ObjectSet all) {
    Map<Identity, List<String>> claims = new HashMap<>();
    for (Nap nap : all.all(Nap.class)) {
      for (Identity identity : Identity.of(nap).keySet()) {
        claims.computeIfAbsent(identity, ignored -> new ArrayList<>(1)).add(nap.name());
      }
    }
    return claims;
  }

  private static Problem taken(String field, Identity identity, List<String> others) {
    String more = others.size() == 1 ? "" : " and " + (others.size() - 1) + " more";
    return new Problem(
            field,
            "conflict",
            field
                + ": "
                + identity
                + " already stands for the NAP "
                + others.getFirst()
                + more
                + ".")
        .by(Rule.NAP_TAKEN, identity, others.getFirst());
  }
}
