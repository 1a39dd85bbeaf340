package org.comuta.certificate;

import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.comuta.description.Problem;
import org.comuta.network.Addresses;

/**
 * A certificate or a request that is to be made here, with a new key. Immutable.
 *
 * @param alternativeNames host names (also {@code *.example.net}) and addresses that it is good for
 * @param days how long it is good for; of a request the authority decides
 */
public record NewCertificate(
    KeyKind key, Subject subject, List<String> alternativeNames, int days) {
  /** Longest that a certificate made here is good for, in days. */
  public static final int MOST_DAYS = 3_650;

  private static final int MOST_NAMES = 100;

  public NewCertificate {
    alternativeNames = List.copyOf(alternativeNames);
  }

  /** What is wrong with it; empty when nothing is. */
  public List<Problem> check() {
    List<Problem> problems = new ArrayList<>(subject.check());
    if (days < 1 || days > MOST_DAYS) {
      problems.add(new Problem("days", "range", "days must be from 1 to " + MOST_DAYS + "."));
    }
    if (alternativeNames.size() > MOST_NAMES) {
      String message = "alternativeNames must have at most " + MOST_NAMES + " of them.";
      problems.add(new Problem("alternativeNames", "length", message));
    }
    for (String name : alternativeNames) {
      if (!Addresses.isHost(name.startsWith("*.") ? name.substring(2) : name)) {
        String message =
            "alternativeNames must be host names or addresses; this is neither: " + name;
        problems.add(new Problem("alternativeNames", "syntax", message));
      }
    }
    return problems;
  }

  /** The alternative names, the common name among them when it can be one. */
  GeneralNames names() {
    List<String> names = new ArrayList<>(alternativeNames);
    String commonName = subject.commonName();
    if (!names.contains(commonName) && Addresses.isHost(commonName)) {
      names.addFirst(commonName);
    }
    return new GeneralNames(
        names.stream()
            .map(
                name ->
                    Addresses.isAddress(name)
                        ? new GeneralName(GeneralName.iPAddress, name)
                        : new GeneralName(GeneralName.dNSName, name))
            .toArray(GeneralName[]::new));
  }
}
