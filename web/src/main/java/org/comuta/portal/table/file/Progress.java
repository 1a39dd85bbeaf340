package org.comuta.portal.table.file;

/** How far a file is. Any thread. */
final class Progress {
  private final long total;
  private volatile long rows;
  private volatile boolean done;
  private volatile boolean failed;

  /**
   * A file that begins.
   *
   * @param total how many rows it will have
   */
  Progress(long total) {
    this.total = total;
  }

  /** One that did not even begin. */
  static Progress refused() {
    Progress refused = new Progress(0);
    refused.end(false);
    return refused;
  }

  /** Says how many rows are written; by the one thread that writes. */
  void at(long written) {
    rows = written;
  }

  void end(boolean well) {
    failed = !well;
    done = true;
  }

  long total() {
    return total;
  }

  long rows() {
    return rows;
  }

  boolean isDone() {
    return done;
  }

  boolean isFailed() {
    return failed;
  }
}
