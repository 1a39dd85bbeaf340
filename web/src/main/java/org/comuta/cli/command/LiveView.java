package org.comuta.cli.command;

import java.util.ArrayList;
import java.util.List;
import org.comuta.cli.Command.Call;
import org.comuta.cli.CommandException;
import org.comuta.cli.Screen;

/** Draws something again and again until the person presses q. */
final class LiveView {
  private static final long EVERY_MILLIS = 2_000;

  private LiveView() {}

  /**
   * Shows a view.
   *
   * @param title its first line
   * @param body reads the lines below, for a screen of this many columns
   */
  static void show(Call call, String title, Body body) {
    Screen screen = call.console().screen();
    if (screen == null) {
      throw CommandException.misused("noTerminal");
    }
    try (screen) {
      do {
        List<String> lines = new ArrayList<>();
        lines.add(title);
        lines.addAll(body.lines(screen.width()));
        screen.draw(lines);
      } while (screen.goesOn(EVERY_MILLIS));
    }
  }

  /** Reads what is to be drawn now. */
  interface Body {
    List<String> lines(int width);
  }

  /** The first line of a view. */
  static String title(Call call, String what) {
    return what + "   " + call.text("watchEnds");
  }
}
