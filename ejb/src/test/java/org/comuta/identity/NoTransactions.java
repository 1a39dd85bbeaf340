package org.comuta.identity;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import org.jspecify.annotations.Nullable;

/** Where every statement is a transaction of its own: what waits for the end happens at once. */
final class NoTransactions implements TransactionSynchronizationRegistry {
  @Override
  public void registerInterposedSynchronization(Synchronization waiting) {
    waiting.afterCompletion(Status.STATUS_COMMITTED);
  }

  @Override
  public @Nullable Object getTransactionKey() {
    return null;
  }

  @Override
  public void putResource(Object key, Object value) {
    throw new IllegalStateException("no transaction");
  }

  @Override
  public Object getResource(Object key) {
    throw new IllegalStateException("no transaction");
  }

  @Override
  public int getTransactionStatus() {
    return Status.STATUS_NO_TRANSACTION;
  }

  @Override
  public void setRollbackOnly() {
    throw new IllegalStateException("no transaction");
  }

  @Override
  public boolean getRollbackOnly() {
    throw new IllegalStateException("no transaction");
  }
}
