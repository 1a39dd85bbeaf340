package org.comuta.portal.table;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.comuta.identity.Lock;
import org.comuta.identity.LockKind;
import org.comuta.identity.Right;
import org.comuta.identity.SignInPolicyBean;

/** Sign-ins that are locked on this node, the latest first. */
@ApplicationScoped
public class LocksTable extends MemoryTable<Lock> {
  /** Its name, the word of the API. */
  public static final String ID = "locks";

  @Inject private SignInPolicyBean signIn;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public LocksTable() {}

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Right needed() {
    return Right.SEE_ADMINISTRATION;
  }

  @Override
  List<Lock> all() {
    return signIn.locks();
  }

  @Override
  public List<Column<Lock>> columns(Words words) {
    return List.of(
        Column.<Lock>of(words, "kind", "lock.kind", Filter.CHOICE, Lock::kind)
            .width(Column.Width.FLEXIBLE)
            .choices(words.choices("lockKind.", LockKind.values())),
        Column.of(words, "user", "lock.user", Filter.TEXT, Lock::user),
        Column.of(words, "address", "lock.address", Filter.TEXT, Lock::address),
        Column.of(words, "since", "lock.since", Filter.MOMENT, Lock::since),
        Column.of(words, "until", "lock.until", Filter.MOMENT, Lock::until));
  }

  @Override
  public String key(Lock lock) {
    return lock.id();
  }
}
