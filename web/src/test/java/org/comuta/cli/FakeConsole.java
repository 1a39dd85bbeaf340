package org.comuta.cli;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Remembers what was said; answers what it was told to. */
final class FakeConsole implements Console {
  final List<String> out = new ArrayList<>();
  final List<String> notes = new ArrayList<>();
  final Deque<String> answers = new ArrayDeque<>();
  int width;
  boolean interactive;

  @Override
  public void line(String text) {
    text.lines().forEach(out::add);
  }

  @Override
  public void note(String text) {
    notes.add(text);
  }

  @Override
  public void problem(String text) {
    notes.add(text);
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public boolean isInteractive() {
    return interactive;
  }

  @Override
  public @Nullable String answer(String question) {
    notes.add(question);
    return answers.poll();
  }

  @Override
  public @Nullable String secret(String question) {
    return answers.poll();
  }

  @Override
  public boolean isInterrupted(long millis) {
    return true;
  }
}
