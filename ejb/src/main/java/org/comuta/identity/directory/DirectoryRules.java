package org.comuta.identity.directory;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.comuta.description.ObjectDescription;
import org.comuta.description.ObjectKind;
import org.comuta.description.ObjectSet;
import org.comuta.description.Problem;
import org.comuta.description.Rule;
import org.comuta.network.Addresses;
import org.comuta.network.HostPort;

/** Directories as a kind of object: nothing that could only fail, and no password in the clear. */
public final class DirectoryRules implements ObjectKind<Directory> {
  private static final ObjectDescription<Directory> DESCRIPTION =
      ObjectDescription.of(Directory.class);
  private static final Pattern ATTRIBUTE = Pattern.compile("[A-Za-z][A-Za-z0-9-]*");

  @Override
  public ObjectDescription<Directory> description() {
    return DESCRIPTION;
  }

  @Override
  public List<Problem> check(Directory directory, ObjectSet all) {
    List<Problem> problems = new ArrayList<>();
    dn(problems, "baseDn", directory.baseDn());
    dn(problems, "bindDn", directory.bindDn());
    dn(problems, "groupBaseDn", directory.groupBaseDn());
    filter(problems, "userFilter", directory.effectiveUserFilter(), "{0}");
    filter(problems, "groupFilter", directory.groupFilter(), "{0}", "{1}");
    attribute(problems, "nameAttribute", directory.nameAttribute());
    attribute(problems, "fullNameAttribute", directory.fullNameAttribute());
    attribute(problems, "groupAttribute", directory.groupAttribute());
    if (directory.security() == DirectorySecurity.NONE
        && !directory.hosts().stream().allMatch(DirectoryRules::isLoopback)) {
      problems.add(
          conflict(
              "security",
              Rule.PASSWORDS_IN_THE_CLEAR,
              "without TLS passwords could be read on the way; only hosts on this machine"
                  + " (127.0.0.1, ::1, localhost) may be asked so."));
    }
    if (!directory.bindDn().isEmpty() && directory.bindPassword().isEmpty()) {
      problems.add(
          new Problem("bindPassword", "required", "bindPassword is required with bindDn."));
    }
    if (directory.roles().isEmpty()) {
      problems.add(
          conflict(
              "administratorGroups",
              Rule.NOBODY_HAS_A_ROLE,
              "no group gives a role, so nobody could sign in; name one for some role."));
    }
    if (directory.connectTimeout() > directory.timeLimit()) {
      problems.add(
          conflict(
              "connectTimeout", Rule.LONGER_THAN_THE_LIMIT, "must not be longer than timeLimit."));
    }
    return problems;
  }

  /** Whether a host is this machine, by what is written, whatever a name server says. */
  static boolean isLoopback(String host) {
    HostPort parsed = HostPort.parse(host);
    return parsed != null && Addresses.isOfThisMachine(parsed.host());
  }

  private static void dn(List<Problem> problems, String field, String text) {
    if (!text.isEmpty() && !DN.isValidDN(text)) {
      problems.add(
          new Problem(
                  field, "syntax", field + " must be a DN, such as ou=people,dc=example,dc=com.")
              .by(Rule.DN));
    }
  }

  private static void filter(
      List<Problem> problems, String field, String text, String... placeholders) {
    String tried = text;
    boolean named = false;
    for (String placeholder : placeholders) {
      named |= tried.contains(placeholder);
      tried = tried.replace(placeholder, "x");
    }
    if (!named) {
      problems.add(
          conflict(
              field,
              Rule.LDAP_FILTER_WITHOUT,
              "must have " + String.join(" or ", placeholders) + " in it.",
              String.join(", ", placeholders)));
      return;
    }
    try {
      Filter.create(tried);
    } catch (LDAPException malformed) {
      problems.add(
          conflict(field, Rule.LDAP_FILTER, "is no filter: " + malformed.getMessage() + "."));
    }
  }

  private static void attribute(List<Problem> problems, String field, String text) {
    if (!text.isEmpty() && !ATTRIBUTE.matcher(text).matches()) {
      problems.add(
          conflict(field, Rule.ATTRIBUTE_NAME, "must be the name of an attribute, such as cn."));
    }
  }

  private static Problem conflict(String field, Rule rule, String what, Object... named) {
    return new Problem(field, "conflict", field + ": " + what).by(rule, named);
  }
}
