package org.comuta.configuration;

import jakarta.persistence.EntityManager;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.util.function.Function;

/** Transactions of the server. */
final class UserTransactions implements Transactions {
  private final UserTransaction transaction;
  private final EntityManager entities;

  /**
   * @param entities of the container, which joins the transaction of the thread
   */
  UserTransactions(UserTransaction transaction, EntityManager entities) {
    this.transaction = transaction;
    this.entities = entities;
  }

  @Override
  public <R> R call(Function<EntityManager, R> work) {
    try {
      transaction.begin();
      try {
        R result = work.apply(entities);
        transaction.commit();
        return result;
      } finally {
        if (transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
          transaction.rollback();
        }
      }
    } catch (NotSupportedException
        | SystemException
        | RollbackException
        | HeuristicMixedException
        | HeuristicRollbackException e) {
      throw new IllegalStateException("the database transaction failed", e);
    }
  }
}
