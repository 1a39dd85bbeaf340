package org.comuta.cli.terminal;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.comuta.cli.Console;
import org.comuta.cli.Screen;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.utils.NonBlockingReader;
import org.jspecify.annotations.Nullable;

/** A person at a terminal. One thread, but for {@link #interrupt}. */
public final class TerminalConsole implements Console {
  private static final String BOLD = "\u001b[1m";
  private static final String RED = "\u001b[31m";
  private static final String PLAIN = "\u001b[0m";

  private final Terminal terminal;
  private final LineReader reader;
  private final boolean colours;
  private final AtomicBoolean interrupted = new AtomicBoolean();

  TerminalConsole(Terminal terminal, LineReader reader) {
    this.terminal = terminal;
    this.reader = reader;
    colours = !Terminal.TYPE_DUMB.equals(terminal.getType());
  }

  /** The person pressed Ctrl-C. Any thread. */
  void interrupt() {
    interrupted.set(true);
  }

  /** Forgets a Ctrl-C of before. */
  void ready() {
    interrupted.set(false);
  }

  @Override
  public void line(String text) {
    text.lines().forEach(terminal.writer()::println);
    if (text.isEmpty()) {
      terminal.writer().println();
    }
    terminal.flush();
  }

  @Override
  public void note(String text) {
    line(text);
  }

  @Override
  public void problem(String text) {
    line(colours ? RED + text + PLAIN : text);
  }

  @Override
  public int width() {
    return Math.max(20, terminal.getWidth());
  }

  @Override
  public String strong(String text) {
    return colours ? BOLD + text + PLAIN : text;
  }

  @Override
  public boolean isInteractive() {
    return true;
  }

  @Override
  public @Nullable String secret(String question) {
    return read(question, '\0');
  }

  @Override
  public @Nullable String answer(String question) {
    return read(question, null);
  }

  private @Nullable String read(String question, @Nullable Character mask) {
    Object before = reader.getVariable(LineReader.DISABLE_HISTORY);
    reader.setVariable(LineReader.DISABLE_HISTORY, true);
    reader.setVariable(LineReader.DISABLE_COMPLETION, true);
    try {
      return reader.readLine(question, mask);
    } catch (UserInterruptException | EndOfFileException ended) {
      return null;
    } finally {
      reader.setVariable(LineReader.DISABLE_HISTORY, before);
      reader.setVariable(LineReader.DISABLE_COMPLETION, false);
    }
  }

  @Override
  public boolean isInterrupted(long millis) {
    Attributes before = terminal.enterRawMode();
    try {
      return !goesOn(millis);
    } finally {
      terminal.setAttributes(before);
    }
  }

  @Override
  public Screen screen() {
    return new TerminalScreen(this, terminal);
  }

  /** Waits for a key or for Ctrl-C; any key but q lets it go on. */
  boolean goesOn(long millis) {
    try {
      int key = interrupted.get() ? 'q' : terminal.reader().read(millis);
      return !interrupted.get()
          && key != 'q'
          && key != 'Q'
          && key != 3
          && key != NonBlockingReader.EOF;
    } catch (IOException gone) {
      return false;
    }
  }
}
