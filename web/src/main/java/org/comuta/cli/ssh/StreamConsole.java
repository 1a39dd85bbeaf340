package org.comuta.cli.ssh;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.comuta.cli.Console;

/** Nobody looks: what was asked for goes out, everything beside it to the errors. */
final class StreamConsole implements Console {
  private final PrintStream out;
  private final PrintStream err;
  private final CountDownLatch over = new CountDownLatch(1);

  StreamConsole(OutputStream out, OutputStream err) {
    this.out = new PrintStream(out, true, StandardCharsets.UTF_8);
    this.err = new PrintStream(err, true, StandardCharsets.UTF_8);
  }

  @Override
  public void line(String text) {
    out.print(text + "\n");
    out.flush();
    if (out.checkError()) {
      over.countDown();
    }
  }

  @Override
  public void note(String text) {
    err.print(text + "\n");
    err.flush();
  }

  @Override
  public void problem(String text) {
    note(text);
  }

  @Override
  public int width() {
    return 0;
  }

  @Override
  public boolean isInterrupted(long millis) {
    try {
      return over.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /** The other side is gone, or has all it wanted. Any thread. */
  void end() {
    over.countDown();
    out.flush();
    err.flush();
  }
}
