package org.comuta.identity;

import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.comuta.archive.ArchiveException;
import org.comuta.archive.ArchiveException.Reason;
import org.comuta.archive.BackupPart;
import org.comuta.archive.PartChange;
import org.comuta.archive.PartChange.Change;
import org.comuta.archive.PartChange.FieldChange;
import org.comuta.archive.PartInput;
import org.comuta.archive.PartOutput;
import org.comuta.archive.PartPlan;
import org.comuta.archive.RestoreRequest;
import org.comuta.description.Json;
import org.comuta.description.Problem;

/** The rules of sign-in, and how long the audit log is kept, in backups. Any thread. */
final class SecurityPart implements BackupPart {
  private static final String FILE = "sign-in-policy.json";
  private static final String KIND = "sign-in-policy";
  private static final String ROLES = "secondFactorFor";
  private static final String DAYS = "auditDays";
  private static final int LARGEST = 64 << 10;

  private final PolicyStore policies;
  private final AuditLog audit;
  private final Runnable changed;

  /**
   * @param changed called in the transaction that restores
   */
  SecurityPart(PolicyStore policies, AuditLog audit, Runnable changed) {
    this.policies = policies;
    this.audit = audit;
    this.changed = changed;
  }

  /** What is in the file. */
  private record Settings(SignInPolicy policy, int auditDays) {
    JsonObject json() {
      JsonObjectBuilder json = Json.object();
      for (SignInPolicy.Amount amount : SignInPolicy.Amount.values()) {
        json.add(amount.field(), policy.amount(amount));
      }
      var roles = Json.array();
      policy.secondFactorFor().forEach(role -> roles.add(role.name()));
      return json.add(ROLES, roles).add(DAYS, auditDays).build();
    }
  }

  @Override
  public String name() {
    return "security";
  }

  @Override
  public int order() {
    return FIRST;
  }

  @Override
  public void write(PartOutput out) throws IOException {
    try (OutputStream file = out.file(FILE)) {
      file.write(here().json().toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  private Settings here() {
    return new Settings(policies.load(), audit.ends().keptDays());
  }

  @Override
  public PartPlan plan(PartInput in, RestoreRequest request) throws IOException, ArchiveException {
    Settings wanted = read(in);
    List<Problem> problems = new ArrayList<>(wanted.policy().check());
    if (wanted.auditDays() < 0 || wanted.auditDays() > AuditBean.MOST_DAYS) {
      problems.add(new Problem(DAYS, "range", DAYS + " is out of its range."));
    }
    return new Plan(
        wanted,
        differences(here().json(), wanted.json()),
        problems.stream().map(one -> new PartPlan.PartProblem(KIND, "", one, 0)).toList());
  }

  private static List<PartChange> differences(JsonObject before, JsonObject after) {
    List<FieldChange> fields =
        after.keySet().stream()
            .filter(field -> !Objects.equals(after.get(field), before.get(field)))
            .map(field -> new FieldChange(field, before.get(field), after.get(field)))
            .toList();
    return fields.isEmpty() ? List.of() : List.of(new PartChange(KIND, "", Change.UPDATED, fields));
  }

  private static Settings read(PartInput in) throws IOException, ArchiveException {
    try (InputStream file = in.file(FILE)) {
      JsonObject json = Json.parse(new String(file.readNBytes(LARGEST), StandardCharsets.UTF_8));
      SignInPolicy policy =
          SignInPolicy.of(amount -> number(json, amount.field(), amount.otherwise()));
      Set<Role> roles = EnumSet.noneOf(Role.class);
      for (JsonValue role : json.getJsonArray(ROLES)) {
        roles.add(Role.valueOf(((JsonString) role).getString()));
      }
      return new Settings(
          policy.withSecondFactorFor(roles), Math.toIntExact(number(json, DAYS, 0)));
    } catch (JsonException
        | ClassCastException
        | NullPointerException
        | ArithmeticException
        | IllegalArgumentException malformed) {
      throw new ArchiveException(Reason.FORMAT, "The rules of sign-in cannot be read.");
    }
  }

  private static long number(JsonObject json, String field, long otherwise) {
    return json.get(field) instanceof JsonNumber number ? number.longValueExact() : otherwise;
  }

  /** The rules that were read. */
  private final class Plan implements PartPlan {
    private final Settings wanted;
    private final List<PartChange> changes;
    private final List<PartProblem> problems;

    Plan(Settings wanted, List<PartChange> changes, List<PartProblem> problems) {
      this.wanted = wanted;
      this.changes = changes;
      this.problems = problems;
    }

    @Override
    public List<PartChange> changes() {
      return changes;
    }

    @Override
    public List<PartProblem> problems() {
      return problems;
    }

    @Override
    public List<String> notes() {
      return List.of();
    }

    @Override
    public void restore() {
      policies.save(wanted.policy());
      audit.keep(wanted.auditDays());
      changed.run();
    }
  }
}
