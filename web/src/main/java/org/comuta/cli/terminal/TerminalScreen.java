package org.comuta.cli.terminal;

import java.util.List;
import org.comuta.cli.Screen;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;

/** All of a terminal, given back as it was. One thread. */
final class TerminalScreen implements Screen {
  private static final String BEGIN = "\u001b[?1049h\u001b[?25l";
  private static final String END = "\u001b[?25h\u001b[?1049l";
  private static final String HOME = "\u001b[H";
  private static final String CLEAR_LINE = "\u001b[K";
  private static final String CLEAR_BELOW = "\u001b[J";

  private final TerminalConsole console;
  private final Terminal terminal;
  private final Attributes before;

  TerminalScreen(TerminalConsole console, Terminal terminal) {
    this.console = console;
    this.terminal = terminal;
    before = terminal.enterRawMode();
    terminal.writer().write(BEGIN);
    terminal.flush();
  }

  @Override
  public int height() {
    return Math.max(5, terminal.getHeight());
  }

  @Override
  public int width() {
    return console.width();
  }

  @Override
  public void draw(List<String> lines) {
    StringBuilder screen = new StringBuilder(HOME);
    int shown = Math.min(lines.size(), height());
    for (int i = 0; i < shown; i++) {
      screen.append(i == 0 ? console.strong(lines.get(i)) : lines.get(i)).append(CLEAR_LINE);
      if (i < shown - 1) {
        screen.append("\r\n");
      }
    }
    screen.append(CLEAR_BELOW);
    terminal.writer().write(screen.toString());
    terminal.flush();
  }

  @Override
  public boolean goesOn(long millis) {
    return console.goesOn(millis);
  }

  @Override
  public void close() {
    terminal.writer().write(END);
    terminal.flush();
    terminal.setAttributes(before);
  }
}
