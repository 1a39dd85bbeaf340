package org.comuta.identity.directory;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.comuta.description.Described;
import org.comuta.description.Field;
import org.comuta.description.OnlyWhen;
import org.comuta.description.Section;
import org.comuta.description.Syntax;
import org.comuta.description.Unit;
import org.comuta.identity.Role;
import org.comuta.identity.RoleMap;
import org.comuta.secret.Secret;

/**
 * A directory that knows users. Operational: a change counts at once. Immutable.
 *
 * @param priority the lowest is asked first
 * @param hosts {@code HOST} or {@code HOST:PORT}, asked in this order
 * @param certificates of the authorities that are trusted, PEM; empty for those of the platform
 * @param bindDn who searches; empty for anybody
 * @param userFilter filter (RFC 4515) with {@code {0}} for the name; empty for that of the style
 * @param groupFilter filter with {@code {0}} for the DN of the member and {@code {1}} for the name
 * @param connectTimeout seconds for each host
 * @param timeLimit seconds that a sign-in waits at most for the directory
 * @param checkInterval seconds after which users who have signed in are looked up again
 */
@Described(kind = "directory", path = "directories")
public record Directory(
    @Field(required = true, syntax = Syntax.NAME) String name,
    @Field(defaultValue = "true") boolean enabled,
    @Field(defaultValue = "100", min = 1, max = 1000) int priority,
    @Field(defaultValue = "OPENLDAP") DirectoryStyle style,
    @Field(
            required = true,
            maxLength = 8,
            syntax = Syntax.HOST_PORT,
            address = true,
            section = Section.ADDRESS)
        List<String> hosts,
    @Field(defaultValue = "LDAPS", section = Section.ADDRESS) DirectorySecurity security,
    @Field(
            maxLength = 32_000,
            syntax = Syntax.CERTIFICATES,
            section = Section.ADDRESS,
            onlyWhen =
                @OnlyWhen(
                    field = "security",
                    is = {"LDAPS", "STARTTLS"}))
        String certificates,
    @Field(section = Section.ADDRESS) String bindDn,
    @Field(section = Section.ADDRESS, onlyWhen = @OnlyWhen(field = "bindDn")) Secret bindPassword,
    @Field(required = true, section = Section.PERSONS) String baseDn,
    @Field(section = Section.PERSONS) String userFilter,
    @Field(section = Section.PERSONS, expert = true) String nameAttribute,
    @Field(section = Section.PERSONS, expert = true) String fullNameAttribute,
    @Field(defaultValue = "MEMBER_OF", section = Section.ROLES) GroupLookup groupLookup,
    @Field(
            defaultValue = "memberOf",
            section = Section.ROLES,
            expert = true,
            onlyWhen = @OnlyWhen(field = "groupLookup", is = "MEMBER_OF"))
        String groupAttribute,
    @Field(section = Section.ROLES, onlyWhen = @OnlyWhen(field = "groupLookup", is = "SEARCH"))
        String groupBaseDn,
    @Field(
            defaultValue = "(|(member={0})(uniqueMember={0})(memberUid={1}))",
            section = Section.ROLES,
            expert = true,
            onlyWhen = @OnlyWhen(field = "groupLookup", is = "SEARCH"))
        String groupFilter,
    @Field(defaultValue = "false", section = Section.ROLES) boolean nestedGroups,
    @Field(maxLength = 100, section = Section.ROLES) List<String> administratorGroups,
    @Field(maxLength = 100, section = Section.ROLES) List<String> supervisorGroups,
    @Field(maxLength = 100, section = Section.ROLES) List<String> operatorGroups,
    @Field(maxLength = 100, section = Section.ROLES) List<String> employeeGroups,
    @Field(
            defaultValue = "3",
            min = 1,
            max = 30,
            unit = Unit.SECONDS,
            section = Section.TIMES,
            expert = true)
        int connectTimeout,
    @Field(
            defaultValue = "10",
            min = 2,
            max = 60,
            unit = Unit.SECONDS,
            section = Section.TIMES,
            expert = true)
        int timeLimit,
    @Field(
            defaultValue = "900",
            min = 60,
            max = 86_400,
            unit = Unit.SECONDS,
            section = Section.TIMES)
        int checkInterval) {

  public Directory {
    hosts = List.copyOf(hosts);
    administratorGroups = List.copyOf(administratorGroups);
    supervisorGroups = List.copyOf(supervisorGroups);
    operatorGroups = List.copyOf(operatorGroups);
    employeeGroups = List.copyOf(employeeGroups);
  }

  /** Where the password of {@link #bindDn} is sealed for. */
  String passwordPlace() {
    return Secret.place("directory", name, "bindPassword");
  }

  String effectiveUserFilter() {
    return userFilter.isEmpty() ? style.userFilter() : userFilter;
  }

  String effectiveNameAttribute() {
    return nameAttribute.isEmpty() ? style.nameAttribute() : nameAttribute;
  }

  String effectiveFullNameAttribute() {
    return fullNameAttribute.isEmpty() ? style.fullNameAttribute() : fullNameAttribute;
  }

  String effectiveGroupBase() {
    return groupBaseDn.isEmpty() ? baseDn : groupBaseDn;
  }

  /** Which role the members of which groups have. */
  RoleMap roles() {
    Map<Role, List<String>> groups = new EnumMap<>(Role.class);
    groups.put(Role.ADMINISTRATOR, administratorGroups);
    groups.put(Role.SUPERVISOR, supervisorGroups);
    groups.put(Role.OPERATOR, operatorGroups);
    groups.put(Role.EMPLOYEE, employeeGroups);
    return new RoleMap(groups);
  }
}
