package org.comuta.configuration;

import jakarta.persistence.EntityManager;
import java.util.function.Function;

/** Runs work on the database as one transaction: all of it happens, or nothing. */
@FunctionalInterface
public interface Transactions {
  /** Commits what the work did, or rolls back and passes on what it threw. */
  <R> R call(Function<EntityManager, R> work);
}
