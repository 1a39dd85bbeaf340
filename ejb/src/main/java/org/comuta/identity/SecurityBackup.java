package org.comuta.identity;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.comuta.archive.BackupPart;
import org.comuta.archive.JsonPart;
import org.comuta.archive.RestoreRequest;
import org.comuta.description.Json;
import org.comuta.description.Problem;

/** The rules of sign-in, and how long the audit log is kept, in backups. */
final class SecurityBackup {
  private static final String ROLES = "secondFactorFor";
  private static final String DAYS = "auditDays";

  private SecurityBackup() {}

  /**
   * @param changed called in the transaction that restores
   */
  static BackupPart part(PolicyStore policies, AuditLog audit, Runnable changed) {
    return new JsonPart(
        "security",
        "sign-in-policy",
        new JsonPart.Settings() {
          @Override
          public JsonObject now() {
            return write(policies.load(), audit.ends().keptDays());
          }

          @Override
          public List<Problem> check(JsonObject wanted, RestoreRequest request) {
            List<Problem> problems = new ArrayList<>();
            problems.addAll(policy(wanted, problems).check());
            long days = number(wanted, DAYS, 0, problems);
            if (days < 0 || days > AuditBean.MOST_DAYS) {
              problems.add(new Problem(DAYS, "range", DAYS + " is out of its range."));
            }
            return problems;
          }

          @Override
          public void keep(JsonObject wanted, RestoreRequest request) {
            policies.save(policy(wanted, new ArrayList<>()));
            audit.keep(Math.toIntExact(number(wanted, DAYS, 0, new ArrayList<>())));
            changed.run();
          }
        });
  }

  private static JsonObject write(SignInPolicy policy, int auditDays) {
    JsonObjectBuilder json = Json.object();
    for (SignInPolicy.Amount amount : SignInPolicy.Amount.values()) {
      json.add(amount.field(), policy.amount(amount));
    }
    var roles = Json.array();
    policy.secondFactorFor().forEach(role -> roles.add(role.name()));
    return json.add(ROLES, roles).add(DAYS, auditDays).build();
  }

  /** The rules in a file; what cannot be read is added to the problems. */
  private static SignInPolicy policy(JsonObject json, List<Problem> problems) {
    SignInPolicy policy =
        SignInPolicy.of(amount -> number(json, amount.field(), amount.otherwise(), problems));
    return policy.withSecondFactorFor(roles(json, problems));
  }

  private static Set<Role> roles(JsonObject json, List<Problem> problems) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    List<JsonValue> words = json.get(ROLES) instanceof JsonArray array ? array : List.of();
    for (JsonValue word : words) {
      Arrays.stream(Role.values())
          .filter(role -> word instanceof JsonString text && text.getString().equals(role.name()))
          .forEach(roles::add);
    }
    if (!(json.get(ROLES) instanceof JsonArray) || roles.size() != words.size()) {
      problems.add(new Problem(ROLES, "type", ROLES + " must be a list of roles."));
    }
    return roles;
  }

  private static long number(
      JsonObject json, String field, long otherwise, List<Problem> problems) {
    JsonValue value = json.get(field);
    if (value == null) {
      return otherwise;
    }
    if (value instanceof JsonNumber number && number.isIntegral()) {
      try {
        return number.longValueExact();
      } catch (ArithmeticException tooLarge) {
        problems.add(new Problem(field, "range", field + " is out of its range."));
        return otherwise;
      }
    }
    problems.add(new Problem(field, "type", field + " must be a whole number."));
    return otherwise;
  }
}
