package org.comuta.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Prints how well a recording matches what was said: {@code CompareSpeech SPOKEN.wav HEARD.wav}
 * gives {@code correlation 0.987 delay 240 ms}. Exit code 2 when a file cannot be used.
 */
public final class CompareSpeech {
  private CompareSpeech() {}

  /** Compares the two files named. */
  public static void main(String[] arguments) {
    if (arguments.length != 2) {
      System.err.println("usage: CompareSpeech SPOKEN.wav HEARD.wav");
      System.exit(2);
    }
    try {
      Recording spoken = Recording.read(Path.of(arguments[0]));
      Recording heard = Recording.read(Path.of(arguments[1]));
      SpeechCorrelation result = SpeechCorrelation.of(spoken, heard);
      System.out.printf(
          Locale.ROOT,
          "correlation %.3f delay %d ms%n",
          result.value(),
          result.delaySamples() * 1000L / heard.rate());
    } catch (IOException | IllegalArgumentException failure) {
      System.err.println(failure.getMessage());
      System.exit(2);
    }
  }
}
