package org.comuta.identity.directory;

import com.unboundid.ldap.sdk.DereferencePolicy;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.comuta.identity.Role;
import org.jspecify.annotations.Nullable;

/** A connection to a directory, and what is asked over it. Confined to one thread. */
final class DirectorySession implements AutoCloseable {
  private final LDAPConnection connection;
  private final Directory directory;
  private final DirectorySteps steps;
  private final Clock clock;

  DirectorySession(
      LDAPConnection connection, Directory directory, DirectorySteps steps, Clock clock) {
    this.connection = connection;
    this.directory = directory;
    this.steps = steps;
    this.clock = clock;
  }

  /** Who this is; null for nobody. */
  @Nullable DirectoryPerson find(String name) throws DirectoryAwayException {
    Entry entry = entry(name);
    if (entry == null) {
      return null;
    }
    List<String> groups;
    try {
      groups = new DirectoryGroups(connection, directory).of(entry, name);
      steps.done(DirectoryStep.Kind.GROUPS, String.join("; ", groups));
    } catch (LDAPException refused) {
      throw away(DirectoryStep.Kind.GROUPS, refused);
    }
    Role role = directory.roles().roleOf(groups, GroupNames::same);
    if (role == null) {
      steps.failed(DirectoryStep.Kind.ROLE, "none of the groups gives a role");
    } else {
      steps.done(DirectoryStep.Kind.ROLE, role.name());
    }
    String fullName = entry.getAttributeValue(directory.effectiveFullNameAttribute());
    return new DirectoryPerson(
        entry.getDN(),
        DirectoryAccount.subject(entry, directory.style()),
        fullName == null ? "" : fullName,
        groups,
        role);
  }

  private @Nullable Entry entry(String name) throws DirectoryAwayException {
    List<SearchResultEntry> found;
    try {
      found = connection.search(request(name)).getSearchEntries();
    } catch (LDAPSearchException refused) {
      if (!refused.getResultCode().equals(ResultCode.SIZE_LIMIT_EXCEEDED)) {
        throw away(DirectoryStep.Kind.SEARCH, refused);
      }
      found = refused.getSearchEntries();
    } catch (LDAPException refused) {
      throw away(DirectoryStep.Kind.SEARCH, refused);
    }
    String complaint = complaint(found, name);
    if (complaint != null) {
      steps.failed(DirectoryStep.Kind.SEARCH, complaint);
      return null;
    }
    steps.done(DirectoryStep.Kind.SEARCH, found.getFirst().getDN());
    return found.getFirst();
  }

  private @Nullable String complaint(List<SearchResultEntry> found, String name) {
    if (found.isEmpty()) {
      return "nobody matches " + directory.effectiveUserFilter();
    } else if (found.size() > 1) {
      return "more than one entry matches " + directory.effectiveUserFilter();
    }
    Entry entry = found.getFirst();
    String attribute = directory.effectiveNameAttribute();
    String[] names = entry.getAttributeValues(attribute);
    // A filter may find somebody by other attributes; nobody gets another one's name by that.
    if (names == null || Arrays.stream(names).noneMatch(name::equalsIgnoreCase)) {
      return entry.getDN() + " has another name in " + attribute;
    }
    return DirectoryAccount.isUsable(entry, clock.instant())
        ? null
        : entry.getDN() + " is disabled, locked or expired";
  }

  private SearchRequest request(String name) throws LDAPException {
    String[] attributes =
        Stream.concat(
                Stream.of(
                    directory.effectiveNameAttribute(),
                    directory.effectiveFullNameAttribute(),
                    directory.groupAttribute()),
                Stream.of(DirectoryAccount.attributes()))
            .distinct()
            .toArray(String[]::new);
    return new SearchRequest(
        directory.baseDn(),
        SearchScope.SUB,
        DereferencePolicy.NEVER,
        2,
        directory.timeLimit(),
        false,
        DirectoryGroups.filter(directory.effectiveUserFilter(), name, name),
        attributes);
  }

  /** Whether it is the person's password. The connection is the person's then. */
  boolean isPassword(DirectoryPerson person, String password) throws DirectoryAwayException {
    // RFC 4513 section 5.1.2: without a password a directory says yes to anybody.
    if (password.isEmpty()) {
      steps.failed(DirectoryStep.Kind.PASSWORD, "an empty password is never one");
      return false;
    }
    try {
      connection.bind(person.dn(), password);
      steps.done(DirectoryStep.Kind.PASSWORD, "");
      return true;
    } catch (LDAPException refused) {
      ResultCode code = refused.getResultCode();
      if (!code.isConnectionUsable()
          || code.equals(ResultCode.BUSY)
          || code.equals(ResultCode.UNAVAILABLE)) {
        throw away(DirectoryStep.Kind.PASSWORD, refused);
      }
      steps.failed(DirectoryStep.Kind.PASSWORD, DirectoryConnector.text(refused));
      return false;
    }
  }

  private DirectoryAwayException away(DirectoryStep.Kind kind, LDAPException refused) {
    steps.failed(kind, DirectoryConnector.text(refused));
    return new DirectoryAwayException(steps.lastFailure());
  }

  @Override
  public void close() {
    connection.close();
  }
}
