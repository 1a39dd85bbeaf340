package org.comuta.identity;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import org.comuta.description.Problem;

/**
 * The rules of sign-in: operational, so a change counts at once. Immutable; the words of the API.
 *
 * @param idleTimeout seconds without a request of the person after which a session ends
 * @param longestSession seconds after which a session ends in any case
 * @param attempts wrong passwords of a user from one address that lock this user there
 * @param attemptsOfUser wrong passwords of a user, from wherever, that lock the user everywhere; 0
 *     for no such lock
 * @param attemptsOfAddress wrong passwords from an address, of whatever users, that lock the
 *     address; 0 for no such lock
 * @param attemptsInterval seconds within which they are counted
 * @param blockTime seconds a lock lasts
 * @param passwordLength fewest characters of a password
 * @param passwordKinds of how many kinds (lower case, upper case, digits, others) they must be
 * @param passwordHistory how many of the passwords before must not be used again
 * @param passwordAge days after which a password must be changed; 0 for never
 * @param secondFactorFor roles whose users must have a second factor
 */
public record SignInPolicy(
    long idleTimeout,
    long longestSession,
    long attempts,
    long attemptsOfUser,
    long attemptsOfAddress,
    long attemptsInterval,
    long blockTime,
    long passwordLength,
    long passwordKinds,
    long passwordHistory,
    long passwordAge,
    Set<Role> secondFactorFor) {

  public SignInPolicy {
    secondFactorFor = Collections.unmodifiableSet(new TreeSet<>(secondFactorFor));
  }

  /** The numbers of the policy, with their limits, in the order of the record. */
  public enum Amount {
    IDLE_TIMEOUT("idleTimeout", 60, 86_400, 1_800),
    LONGEST_SESSION("longestSession", 300, 2_592_000, 43_200),
    ATTEMPTS("attempts", 1, 100, 5),
    ATTEMPTS_OF_USER("attemptsOfUser", 0, 1_000, 50),
    ATTEMPTS_OF_ADDRESS("attemptsOfAddress", 0, 1_000, 50),
    ATTEMPTS_INTERVAL("attemptsInterval", 10, 86_400, 300),
    BLOCK_TIME("blockTime", 10, 86_400, 300),
    PASSWORD_LENGTH("passwordLength", 8, 64, 12),
    PASSWORD_KINDS("passwordKinds", 1, 4, 1),
    PASSWORD_HISTORY("passwordHistory", 0, 12, 0),
    PASSWORD_AGE("passwordAge", 0, 3_650, 0);

    private final String field;
    private final long least;
    private final long most;
    private final long otherwise;

    Amount(String field, long least, long most, long otherwise) {
      this.field = field;
      this.least = least;
      this.most = most;
      this.otherwise = otherwise;
    }

    /** Word of the API. */
    public String field() {
      return field;
    }

    public long least() {
      return least;
    }

    public long most() {
      return most;
    }

    /** What counts where nothing is said. */
    public long otherwise() {
      return otherwise;
    }
  }

  /** What is shipped. */
  public static final SignInPolicy SHIPPED = of(Amount::otherwise);

  /** The policy of these numbers, with no role that must have a second factor. */
  public static SignInPolicy of(ToLongFunction<Amount> amounts) {
    return new SignInPolicy(
        amounts.applyAsLong(Amount.IDLE_TIMEOUT),
        amounts.applyAsLong(Amount.LONGEST_SESSION),
        amounts.applyAsLong(Amount.ATTEMPTS),
        amounts.applyAsLong(Amount.ATTEMPTS_OF_USER),
        amounts.applyAsLong(Amount.ATTEMPTS_OF_ADDRESS),
        amounts.applyAsLong(Amount.ATTEMPTS_INTERVAL),
        amounts.applyAsLong(Amount.BLOCK_TIME),
        amounts.applyAsLong(Amount.PASSWORD_LENGTH),
        amounts.applyAsLong(Amount.PASSWORD_KINDS),
        amounts.applyAsLong(Amount.PASSWORD_HISTORY),
        amounts.applyAsLong(Amount.PASSWORD_AGE),
        Set.of());
  }

  /** The same, with other roles that must have a second factor. */
  public SignInPolicy withSecondFactorFor(Set<Role> roles) {
    return new SignInPolicy(
        idleTimeout,
        longestSession,
        attempts,
        attemptsOfUser,
        attemptsOfAddress,
        attemptsInterval,
        blockTime,
        passwordLength,
        passwordKinds,
        passwordHistory,
        passwordAge,
        roles);
  }

  /** One of the numbers. */
  public long amount(Amount amount) {
    return switch (amount) {
      case IDLE_TIMEOUT -> idleTimeout;
      case LONGEST_SESSION -> longestSession;
      case ATTEMPTS -> attempts;
      case ATTEMPTS_OF_USER -> attemptsOfUser;
      case ATTEMPTS_OF_ADDRESS -> attemptsOfAddress;
      case ATTEMPTS_INTERVAL -> attemptsInterval;
      case BLOCK_TIME -> blockTime;
      case PASSWORD_LENGTH -> passwordLength;
      case PASSWORD_KINDS -> passwordKinds;
      case PASSWORD_HISTORY -> passwordHistory;
      case PASSWORD_AGE -> passwordAge;
    };
  }

  /** What is wrong with it; empty when nothing is. */
  public List<Problem> check() {
    List<Problem> problems = new ArrayList<>();
    for (Amount amount : Amount.values()) {
      if (amount(amount) < amount.least() || amount(amount) > amount.most()) {
        problems.add(
            new Problem(
                amount.field(),
                "range",
                "%s must be from %d to %d."
                    .formatted(amount.field(), amount.least(), amount.most())));
      }
    }
    if (problems.isEmpty() && idleTimeout > longestSession) {
      problems.add(
          new Problem(
              "idleTimeout", "conflict", "idleTimeout must not be longer than longestSession."));
    }
    return problems;
  }

  /** Longest time between two requests of a session. */
  public Duration idle() {
    return Duration.ofSeconds(idleTimeout);
  }

  /** Longest time from the first request of a session to its last. */
  public Duration longest() {
    return Duration.ofSeconds(longestSession);
  }
}
