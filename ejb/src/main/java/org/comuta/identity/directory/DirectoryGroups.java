package org.comuta.identity.directory;

import com.unboundid.ldap.sdk.DereferencePolicy;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds the groups of an entry, those that groups are in included where that is asked for. */
final class DirectoryGroups {
  private static final int MOST = 500;
  private static final String NO_ATTRIBUTE = "1.1";

  /** LDAP_MATCHING_RULE_IN_CHAIN of Active Directory, which looks through groups in groups. */
  private static final String IN_CHAIN = "(member:1.2.840.113556.1.4.1941:={0})";

  private final LDAPConnection connection;
  private final Directory directory;

  DirectoryGroups(LDAPConnection connection, Directory directory) {
    this.connection = connection;
    this.directory = directory;
  }

  /** DNs of the groups of this user. */
  List<String> of(Entry user, String name) throws LDAPException {
    if (directory.nestedGroups() && directory.style() == DirectoryStyle.ACTIVE_DIRECTORY) {
      return List.copyOf(search(IN_CHAIN, user.getDN(), name));
    }
    Set<String> found = new LinkedHashSet<>(direct(user, name));
    if (directory.nestedGroups()) {
      Deque<String> open = new ArrayDeque<>(found);
      while (!open.isEmpty() && found.size() < MOST) {
        for (String above : above(open.remove())) {
          if (found.add(above)) {
            open.add(above);
          }
        }
      }
    }
    return List.copyOf(found);
  }

  private List<String> direct(Entry user, String name) throws LDAPException {
    return switch (directory.groupLookup()) {
      case MEMBER_OF -> values(user);
      case SEARCH -> search(directory.groupFilter(), user.getDN(), name);
    };
  }

  /** The groups that a group is in. */
  private List<String> above(String group) throws LDAPException {
    return switch (directory.groupLookup()) {
      case MEMBER_OF -> {
        Entry entry = connection.getEntry(group, directory.groupAttribute());
        yield entry == null ? List.of() : values(entry);
      }
      case SEARCH -> search(directory.groupFilter(), group, group);
    };
  }

  private List<String> values(Entry entry) {
    String[] values = entry.getAttributeValues(directory.groupAttribute());
    return values == null ? List.of() : List.of(values);
  }

  private List<String> search(String template, String member, String name) throws LDAPException {
    SearchRequest request =
        new SearchRequest(
            directory.effectiveGroupBase(),
            SearchScope.SUB,
            DereferencePolicy.NEVER,
            MOST,
            directory.timeLimit(),
            false,
            filter(template, member, name),
            NO_ATTRIBUTE);
    List<SearchResultEntry> entries;
    try {
      entries = connection.search(request).getSearchEntries();
    } catch (LDAPSearchException cut) {
      if (!cut.getResultCode().equals(ResultCode.SIZE_LIMIT_EXCEEDED)) {
        throw cut;
      }
      entries = cut.getSearchEntries();
    }
    List<String> names = new ArrayList<>();
    entries.forEach(entry -> names.add(entry.getDN()));
    return names;
  }

  /** A filter with what somebody typed in it, as a value and never as a part of the filter. */
  static Filter filter(String template, String first, String second) throws LDAPException {
    StringBuilder filter = new StringBuilder();
    int from = 0;
    for (int at = template.indexOf('{'); at >= 0; at = template.indexOf('{', from)) {
      filter.append(template, from, at);
      if (template.startsWith("{0}", at)) {
        filter.append(Filter.encodeValue(first));
        from = at + 3;
      } else if (template.startsWith("{1}", at)) {
        filter.append(Filter.encodeValue(second));
        from = at + 3;
      } else {
        filter.append('{');
        from = at + 1;
      }
    }
    return Filter.create(filter.append(template.substring(from)).toString());
  }
}
