package org.comuta.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** Lets one request at a time do what takes much memory; others are sent away. Any thread. */
@ApplicationScoped
public class OneAtATime {
  private final Semaphore one = new Semaphore(1);

  /** Does it, unless another request does such a thing just now. */
  public <R> R run(Supplier<R> work) {
    if (!one.tryAcquire()) {
      throw ApiProblem.unavailable("Another file is being read just now; try again.");
    }
    try {
      return work.get();
    } finally {
      one.release();
    }
  }
}
