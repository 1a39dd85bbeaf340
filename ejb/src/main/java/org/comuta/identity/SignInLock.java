package org.comuta.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Locks sign-in for a while after several failures: a user at one address, and after more of them
 * the user everywhere and everybody at the address. It counts for names of nobody too, so that a
 * lock tells nothing. Memory is bounded: what was seen longest ago is forgotten first. Any thread.
 */
final class SignInLock {
  private record Subject(LockKind kind, String user, String address) {}

  private static final class Failures {
    private final Deque<Instant> times = new ArrayDeque<>();
    private @Nullable Lock lock;
  }

  private final Map<Subject, Failures> subjects;

  SignInLock(int subjectsKept) {
    this.subjects =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<Subject, Failures> eldest) {
            return size() > subjectsKept;
          }
        };
  }

  /** Until when sign-in is locked; null when it is not. */
  synchronized @Nullable Instant lockedUntil(String user, String address, Instant now) {
    return subjects(user, address)
        .map(subjects::get)
        .filter(Objects::nonNull)
        .flatMap(failures -> Stream.ofNullable(failures.lock))
        .map(Lock::until)
        .filter(now::isBefore)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  /** Counts a failure and tells what it locked. */
  synchronized List<Lock> failed(String user, String address, SignInPolicy policy, Instant now) {
    List<Lock> locks = new ArrayList<>();
    subjects(user, address)
        .forEach(
            subject -> {
              long allowed = allowed(subject.kind(), policy);
              Failures failures = subjects.computeIfAbsent(subject, ignored -> new Failures());
              if (allowed > 0 && count(failures, policy, now) >= allowed) {
                failures.times.clear();
                Lock lock = lock(subject, policy, now);
                failures.lock = lock;
                locks.add(lock);
              }
            });
    return locks;
  }

  /** Forgets the failures of this user at this address. */
  synchronized void succeeded(String user, String address) {
    subjects.remove(new Subject(LockKind.USER_AT_ADDRESS, user, address));
  }

  /** Everything that is locked, the latest first. */
  synchronized List<Lock> locks(Instant now) {
    return subjects.values().stream()
        .flatMap(failures -> Stream.ofNullable(failures.lock))
        .filter(lock -> now.isBefore(lock.until()))
        .sorted(Comparator.comparing(Lock::since).reversed().thenComparing(Lock::id))
        .toList();
  }

  /** Ends a lock before its time; null when there is none of this identity. */
  synchronized @Nullable Lock unlock(String id, Instant now) {
    Lock lock = locks(now).stream().filter(one -> one.id().equals(id)).findFirst().orElse(null);
    if (lock != null) {
      subjects.remove(new Subject(lock.kind(), lock.user(), lock.address()));
    }
    return lock;
  }

  synchronized int subjectsKept() {
    return subjects.size();
  }

  private static Stream<Subject> subjects(String user, String address) {
    return Stream.of(
        new Subject(LockKind.USER_AT_ADDRESS, user, address),
        new Subject(LockKind.USER, user, ""),
        new Subject(LockKind.ADDRESS, "", address));
  }

  private static long allowed(LockKind kind, SignInPolicy policy) {
    return switch (kind) {
      case USER_AT_ADDRESS -> policy.attempts();
      case USER -> policy.attemptsOfUser();
      case ADDRESS -> policy.attemptsOfAddress();
    };
  }

  private static int count(Failures failures, SignInPolicy policy, Instant now) {
    failures.times.addLast(now);
    Instant oldest = now.minus(Duration.ofSeconds(policy.attemptsInterval()));
    while (!failures.times.isEmpty() && !failures.times.getFirst().isAfter(oldest)) {
      failures.times.removeFirst();
    }
    return failures.times.size();
  }

  private static Lock lock(Subject subject, SignInPolicy policy, Instant now) {
    return new Lock(
        UUID.randomUUID().toString(),
        subject.kind(),
        subject.user(),
        subject.address(),
        now,
        now.plusSeconds(policy.blockTime()));
  }
}
