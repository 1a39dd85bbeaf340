package org.comuta.certificate;

import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.comuta.description.Problem;

/**
 * Whom a certificate names; empty where nothing is named. Immutable; the words of the API.
 *
 * @param commonName CN; a host name or what the machine is called
 * @param organization O
 * @param organizationalUnit OU
 * @param locality L
 * @param state ST
 * @param country C, two letters
 * @param email emailAddress
 */
public record Subject(
    String commonName,
    String organization,
    String organizationalUnit,
    String locality,
    String state,
    String country,
    String email) {
  private static final int LONGEST = 64;
  private static final int LONGEST_LOCALITY = 128;
  private static final int LONGEST_EMAIL = 255;

  private record Part(ASN1ObjectIdentifier type, String field, String value, int longest) {}

  private List<Part> parts() {
    return List.of(
        new Part(BCStyle.C, "country", country, 2),
        new Part(BCStyle.ST, "state", state, LONGEST_LOCALITY),
        new Part(BCStyle.L, "locality", locality, LONGEST_LOCALITY),
        new Part(BCStyle.O, "organization", organization, LONGEST),
        new Part(BCStyle.OU, "organizationalUnit", organizationalUnit, LONGEST),
        new Part(BCStyle.CN, "commonName", commonName, LONGEST),
        new Part(BCStyle.EmailAddress, "email", email, LONGEST_EMAIL));
  }

  /** What is wrong with it; empty when nothing is. */
  List<Problem> check() {
    List<Problem> problems = new ArrayList<>();
    if (commonName.isBlank()) {
      problems.add(new Problem("commonName", "required", "commonName is required."));
    }
    for (Part part : parts()) {
      if (part.value().length() > part.longest()
          || part.value().chars().anyMatch(Character::isISOControl)) {
        String message =
            part.field() + " must be one line of at most " + part.longest() + " characters.";
        problems.add(new Problem(part.field(), "length", message));
      }
    }
    if (!country.isEmpty() && !country.matches("[A-Z]{2}")) {
      problems.add(
          new Problem("country", "syntax", "country must be two capital letters, such as BR."));
    }
    if (!email.isEmpty() && !email.matches("[!-?A-~]+@[!-?A-~]+")) {
      problems.add(new Problem("email", "syntax", "email must be an address of mail."));
    }
    return problems;
  }

  X500Name name() {
    X500NameBuilder name = new X500NameBuilder(BCStyle.INSTANCE);
    for (Part part : parts()) {
      if (!part.value().isEmpty()) {
        name.addRDN(part.type(), part.value());
      }
    }
    return name.build();
  }
}
