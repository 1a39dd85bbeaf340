package org.comuta.cli;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Somebody at the command line: who, in which language, and what the API offers. One thread. */
public final class Session {
  private final String userName;
  private final Api api;
  private final Texts texts;
  private final Cells cells;
  private @Nullable Vocabulary vocabulary;

  private Session(String userName, Api api, Texts texts, Cells cells) {
    this.userName = userName;
    this.api = api;
    this.texts = texts;
    this.cells = cells;
  }

  /**
   * Begins one.
   *
   * @param api the API for somebody who speaks a language, by its tag
   * @param language {@code LANG} of the client; null when it is not told
   */
  public static Session begin(
      String userName, Function<String, Api> api, @Nullable String language) {
    JsonObject preferences = api.apply("en").ask(Api.Request.get("me", "preferences")).object();
    Texts texts = Texts.choose(text(preferences, "language"), language);
    String zone = text(preferences, "timeZone");
    Cells cells = new Cells(zone == null ? ZoneId.systemDefault() : ZoneId.of(zone));
    return new Session(userName, api.apply(texts.tag()), texts, cells);
  }

  private static @Nullable String text(JsonObject object, String name) {
    return object.get(name) instanceof JsonString text ? text.getString() : null;
  }

  /** Name of the user. */
  public String userName() {
    return userName;
  }

  public Api api() {
    return api;
  }

  public Texts texts() {
    return texts;
  }

  public Cells cells() {
    return cells;
  }

  /** What commands can be about; read once, when it is needed. */
  public Vocabulary vocabulary() {
    Vocabulary known = vocabulary;
    if (known == null) {
      known = readVocabulary();
      vocabulary = known;
    }
    return known;
  }

  private Vocabulary readVocabulary() {
    List<Subject> subjects =
        new ArrayList<>(OpenApi.subjects(api.outside("/openapi", true).object()));
    // Who may not see the configuration does without its kinds.
    Api.Answer kinds =
        api.send(Api.Request.get("configuration", "descriptions").with("size", "1000").again());
    kinds.items().stream().map(Descriptions::kind).forEach(subjects::add);
    return new Vocabulary(subjects);
  }
}
