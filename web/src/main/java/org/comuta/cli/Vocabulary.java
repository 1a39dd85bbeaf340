package org.comuta.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Everything that commands can be about, in one language. Immutable. */
public final class Vocabulary {
  private final Map<String, Subject> byPath = new TreeMap<>();
  private final Map<String, Subject> byOne = new TreeMap<>();

  /** Of these; of two with the same path the later one counts. */
  public Vocabulary(List<Subject> subjects) {
    for (Subject subject : subjects) {
      byPath.put(subject.path(), subject);
      byOne.put(subject.one(), subject);
    }
  }

  /** The subject of a word, which may stand for one or for many. */
  public Optional<Subject> find(String word) {
    Subject found = byPath.get(word);
    return Optional.ofNullable(found == null ? byOne.get(word) : found);
  }

  /** The subject of a word, without which the command means nothing. */
  public Subject get(String word) {
    return find(word).orElseThrow(() -> CommandException.misused("unknownSubject", word));
  }

  /** All, by path. */
  public List<Subject> all() {
    return List.copyOf(byPath.values());
  }
}
