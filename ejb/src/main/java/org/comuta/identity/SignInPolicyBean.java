package org.comuta.identity;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comuta.description.Problem;
import org.jspecify.annotations.Nullable;

/** The rules of sign-in and what they locked, in transactions. Any thread. */
@Stateless
public class SignInPolicyBean {
  @Inject private IdentityParts parts;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public SignInPolicyBean() {}

  /** The rules as of now. */
  public SignInPolicy policy() {
    return parts.policies.load();
  }

  /** Changes the rules at once; what is wrong with them, and then nothing is changed. */
  public List<Problem> save(SignInPolicy policy, Actor actor) {
    List<Problem> problems = policy.check();
    SignInPolicy before = parts.policies.load();
    if (problems.isEmpty()) {
      parts.policies.save(policy);
      parts.forgetWhenCommitted();
    }
    parts.audit.write(
        actor,
        AuditAction.SIGN_IN_POLICY_SAVE,
        "sign-in-policy",
        "",
        problems.isEmpty() ? AuditEntry.Outcome.DONE : AuditEntry.Outcome.REFUSED,
        problems.isEmpty() ? differences(before, policy) : problems.getFirst().message());
    return problems;
  }

  /** Everything that is locked on this node, the latest first. */
  public List<Lock> locks() {
    return parts.lock.locks(now());
  }

  /** Ends a lock before its time; null when there is none of this identity. */
  public @Nullable Lock unlock(String id, Actor actor) {
    Lock lock = parts.lock.unlock(id, now());
    if (lock != null) {
      parts.audit.write(
          actor,
          AuditAction.SIGN_IN_UNLOCK,
          "lock",
          lock.user().isEmpty() ? lock.address() : lock.user(),
          AuditEntry.Outcome.DONE,
          lock.kind() + " " + lock.address());
    }
    return lock;
  }

  private Instant now() {
    return parts.clock.instant();
  }

  private static String differences(SignInPolicy before, SignInPolicy after) {
    Stream<String> amounts =
        Arrays.stream(SignInPolicy.Amount.values())
            .filter(amount -> before.amount(amount) != after.amount(amount))
            .map(
                amount ->
                    amount.field() + ": " + before.amount(amount) + " → " + after.amount(amount));
    Stream<String> roles =
        before.secondFactorFor().equals(after.secondFactorFor())
            ? Stream.empty()
            : Stream.of(
                "secondFactorFor: " + before.secondFactorFor() + " → " + after.secondFactorFor());
    return Stream.concat(amounts, roles).collect(Collectors.joining(", "));
  }
}
