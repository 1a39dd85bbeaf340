package org.comuta.cli;

import jakarta.json.JsonValue;
import java.util.List;
import java.util.Locale;

/**
 * A field of a subject, as the API describes it. Immutable.
 *
 * @param name word of the API; with dots for a field of an object within
 * @param label what people call it
 * @param help what it is for; may be empty
 * @param choices the words it may be; empty for any value
 * @param references kind of the objects that it names; empty for none
 * @param otherwise what counts where nothing is said
 */
public record SubjectField(
    String name,
    String label,
    String help,
    Type type,
    boolean list,
    boolean required,
    boolean secret,
    boolean expert,
    List<Choice> choices,
    String references,
    JsonValue otherwise) {
  /** What a value is. */
  public enum Type {
    TEXT,
    NUMBER,
    BOOLEAN,
    CHOICE
  }

  /** A word it may be. */
  public record Choice(String word, String help) {}

  /** One that is filtered by, or written, of which no more is known than its words. */
  static SubjectField plain(String name, Type type, boolean list, List<String> words) {
    return new SubjectField(
        name,
        name,
        "",
        words.isEmpty() ? type : Type.CHOICE,
        list,
        false,
        isSecretWord(name),
        false,
        words.stream().map(word -> new Choice(word, "")).toList(),
        "",
        JsonValue.NULL);
  }

  /** Whether a field of this name holds what nobody is to see. */
  static boolean isSecretWord(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.contains("password") || lower.contains("passphrase") || lower.contains("secret");
  }

  /** The words a value may be, those of a truth too. */
  public List<Choice> words() {
    return type == Type.BOOLEAN
        ? List.of(new Choice("true", ""), new Choice("false", ""))
        : choices;
  }
}
