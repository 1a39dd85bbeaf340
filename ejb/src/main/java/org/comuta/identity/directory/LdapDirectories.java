package org.comuta.identity.directory;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.comuta.secret.Secrets;

/**
 * Asks directories by LDAP (RFC 4511). Each question has a connection of its own, so none is ever
 * stale, and a thread of its own, so that whoever asks waits no longer than the time limit of the
 * directory, whatever hangs. A few at once; more are told that the directory is away. Any thread.
 */
public final class LdapDirectories implements DirectoryAccess {
  private static final int MOST_AT_ONCE = 8;

  private final DirectoryConnector connector;
  private final Clock clock;
  private final Semaphore turns = new Semaphore(MOST_AT_ONCE);

  public LdapDirectories(Secrets secrets, Clock clock) {
    this.connector = new DirectoryConnector(secrets, new HostOrder(clock));
    this.clock = clock;
  }

  @Override
  public DirectoryAnswer signIn(Directory directory, String name, String password) {
    DirectorySteps steps = new DirectorySteps();
    return within(
        directory,
        steps,
        () -> signIn(directory, name, password, steps),
        DirectoryAnswer.Away::new);
  }

  private DirectoryAnswer signIn(
      Directory directory, String name, String password, DirectorySteps steps)
      throws DirectoryAwayException {
    if (password.isEmpty()) {
      return new DirectoryAnswer.WrongPassword();
    }
    try (DirectorySession session = open(directory, steps)) {
      DirectoryPerson person = session.find(name);
      if (person == null) {
        return new DirectoryAnswer.NoSuchUser();
      }
      return session.isPassword(person, password)
          ? new DirectoryAnswer.Known(person)
          : new DirectoryAnswer.WrongPassword();
    }
  }

  /** The same, with every step told. */
  public DirectoryTrial attempt(Directory directory, String name, String password) {
    DirectorySteps steps = new DirectorySteps();
    return within(
        directory,
        steps,
        () -> attempt(directory, name, password, steps),
        why -> new DirectoryTrial(false, "", "", List.of(), null, steps.all()));
  }

  private DirectoryTrial attempt(
      Directory directory, String name, String password, DirectorySteps steps)
      throws DirectoryAwayException {
    try (DirectorySession session = open(directory, steps)) {
      DirectoryPerson person = session.find(name);
      if (person == null) {
        return new DirectoryTrial(false, "", "", List.of(), null, steps.all());
      }
      boolean right = session.isPassword(person, password);
      return new DirectoryTrial(
          right && person.role() != null,
          person.dn(),
          person.fullName(),
          person.groups(),
          person.role(),
          steps.all());
    }
  }

  @Override
  public Map<String, DirectoryAnswer> look(Directory directory, Collection<String> names) {
    Map<String, DirectoryAnswer> answers = new HashMap<>();
    DirectorySteps steps = new DirectorySteps();
    try (DirectorySession session = open(directory, steps)) {
      for (String name : names) {
        DirectoryPerson person = session.find(name);
        answers.put(
            name,
            person == null ? new DirectoryAnswer.NoSuchUser() : new DirectoryAnswer.Known(person));
      }
    } catch (DirectoryAwayException away) {
      names.forEach(
          name -> answers.putIfAbsent(name, new DirectoryAnswer.Away(steps.lastFailure())));
    }
    return answers;
  }

  private DirectorySession open(Directory directory, DirectorySteps steps)
      throws DirectoryAwayException {
    return new DirectorySession(connector.connect(directory, steps), directory, steps, clock);
  }

  private <T> T within(
      Directory directory, DirectorySteps steps, Callable<T> work, Function<String, T> away) {
    if (!turns.tryAcquire()) {
      steps.failed(DirectoryStep.Kind.CONNECT, "too many are asking at this moment");
      return away.apply(steps.lastFailure());
    }
    CompletableFuture<T> answer = new CompletableFuture<>();
    Thread thread =
        Thread.ofVirtual()
            .name("directory " + directory.name())
            .start(
                () -> {
                  try {
                    answer.complete(work.call());
                  } catch (Exception failed) {
                    answer.completeExceptionally(failed);
                  } finally {
                    turns.release();
                  }
                });
    try {
      return answer.get(directory.timeLimit(), TimeUnit.SECONDS);
    } catch (TimeoutException late) {
      thread.interrupt();
      steps.failed(DirectoryStep.Kind.CONNECT, "no answer within the time limit");
    } catch (ExecutionException failed) {
      if (!(failed.getCause() instanceof DirectoryAwayException)) {
        steps.failed(DirectoryStep.Kind.CONNECT, String.valueOf(failed.getCause()));
      }
    } catch (InterruptedException stopping) {
      thread.interrupt();
      Thread.currentThread().interrupt();
    }
    return away.apply(steps.lastFailure());
  }
}
