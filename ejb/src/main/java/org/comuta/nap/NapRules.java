package org.comuta.nap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.comuta.description.ObjectDescription;
import org.comuta.description.ObjectKind;
import org.comuta.description.ObjectSet;
import org.comuta.description.Problem;

/** NAPs as a kind of configuration object: no call may look as if it came from two of them. */
public final class NapRules implements ObjectKind<Nap> {
  private static final ObjectDescription<Nap> DESCRIPTION = ObjectDescription.of(Nap.class);

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
              "forceConfiguredProxy needs at least one of proxies."));
    }
    Map<Identity, String> identities = Identity.of(nap);
    if (identities.isEmpty()) {
      return problems;
    }
    for (Nap other : all.all(Nap.class)) {
      if (other.name().equals(nap.name())) {
        continue;
      }
      for (Identity taken : Identity.of(other).keySet()) {
        String field = identities.get(taken);
        if (field != null) {
          problems.add(
              new Problem(
                  field,
                  "conflict",
                  field + ": " + taken + " already stands for the NAP " + other.name() + "."));
        }
      }
    }
    return problems;
  }
}
