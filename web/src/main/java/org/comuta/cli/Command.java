package org.comuta.cli;

import java.util.List;

/** Something that can be typed. Stateless. */
public interface Command {
  /** Its first word. */
  String name();

  /** Its words and what follows, as help shows them. */
  String usage();

  /** Does it, or throws a {@link CommandException}. */
  void run(Call call);

  /** Whether nothing is to follow it. */
  default boolean isLast() {
    return false;
  }

  /**
   * What could be typed next.
   *
   * @param before what was typed of the arguments so far
   * @param prefix what the word begins with
   */
  default List<Proposal> proposals(Session session, Arguments before, String prefix) {
    return List.of();
  }

  /** One command that was given. */
  record Call(Session session, Arguments arguments, Console console, Output output) {
    /** The API. */
    public Api api() {
      return session.api();
    }

    /** A text in the language of the one who asks. */
    public String text(String key, Object... parts) {
      return session.texts().of(key, parts);
    }

    /** Goes on only when the person says yes, or the command says it. */
    public void confirm(String question) {
      if (arguments.has("yes")) {
        return;
      }
      if (!console.isInteractive()) {
        throw CommandException.misused("needsYes");
      }
      String answer = console.answer(question + " " + text("yesOrNo") + " ");
      if (answer == null || !answer.strip().equalsIgnoreCase(text("yes"))) {
        throw CommandException.of(ExitCode.REFUSED, "notDone");
      }
    }
  }

  /**
   * A word that could be typed.
   *
   * @param word all of it
   * @param shown what to show of it in a list
   * @param help what it is; may be empty
   * @param ends whether a blank follows it
   */
  record Proposal(String word, String shown, String help, boolean ends) {
    /** A word that is shown as it is. */
    public static Proposal of(String word, String help) {
      return new Proposal(word, word, help, true);
    }
  }
}
