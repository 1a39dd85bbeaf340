package org.comuta.survival;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.comuta.call.answered.AnsweredCall;
import org.comuta.call.answered.AnsweredCalls.Survivor;
import org.comuta.call.answered.KeptCall;
import org.comuta.cdr.journal.Waiting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SurvivingCallsTest {
  private static final Instant START = Instant.parse("2026-11-21T20:05:10Z");

  @TempDir private Path folder;

  private SurvivingCalls open() throws IOException {
    return new SurvivingCalls(folder, 128);
  }

  @Test
  void aCallIsKeptAsItWasLastSaved() throws IOException {
    try (SurvivingCalls calls = open()) {
      KeptCall place = calls.place();
      place.save(AnsweredSamples.call("one", START, 1));
      place.save(AnsweredSamples.call("one", START, 5));
      calls.place();
    }
    try (SurvivingCalls calls = open()) {
      assertThat(calls.waiting()).containsExactly("one");
      List<Survivor> survivors = calls.takeSurvivors();
      assertThat(survivors)
          .extracting(Survivor::call)
          .containsExactly(AnsweredSamples.call("one", START, 5));
      assertThat(survivors.getFirst().acknowledged()).isFalse();
      assertThat(calls.takeSurvivors()).as("told once").isEmpty();
    }
  }

  @Test
  void theAcknowledgementIsKeptAndStaysWhenTheCallChanges() throws IOException {
    try (SurvivingCalls calls = open()) {
      KeptCall place = calls.place();
      place.save(AnsweredSamples.call("one", START, 1));
      place.acknowledged();
    }
    try (SurvivingCalls calls = open()) {
      Survivor survivor = calls.takeSurvivors().getFirst();
      assertThat(survivor.acknowledged()).isTrue();
      survivor.kept().save(AnsweredSamples.call("one", START, 11));
    }
    try (SurvivingCalls calls = open()) {
      assertThat(calls.takeSurvivors())
          .singleElement()
          .satisfies(survivor -> assertThat(survivor.acknowledged()).isTrue())
          .satisfies(
              survivor ->
                  assertThat(survivor.call()).isEqualTo(AnsweredSamples.call("one", START, 11)));
    }
  }

  @Test
  void anEndedCallIsForgotten() throws IOException {
    try (SurvivingCalls calls = open()) {
      KeptCall place = calls.place();
      place.save(AnsweredSamples.call("one"));
      place.forget();
      place.forget();
      KeptCall other = calls.place();
      other.save(AnsweredSamples.call("two"));
    }
    try (SurvivingCalls calls = open()) {
      calls.takeSurvivors().forEach(survivor -> survivor.kept().forget());
    }
    try (SurvivingCalls calls = open()) {
      assertThat(calls.waiting()).isEmpty();
    }
  }

  @Test
  void ofTwoWritingsOfACallTheLaterCounts() throws IOException {
    try (SurvivingCalls calls = open()) {
      calls.place().save(AnsweredSamples.call("one", START, 1));
      calls.place().save(AnsweredSamples.call("one", START, 2));
      calls.place().save(AnsweredSamples.call("one", START, 3));
    }
    try (SurvivingCalls calls = open()) {
      assertThat(calls.takeSurvivors())
          .extracting(Survivor::call)
          .containsExactly(AnsweredSamples.call("one", START, 3));
    }
    try (SurvivingCalls calls = open()) {
      assertThat(calls.waiting()).as("the others were freed").containsExactly("one");
    }
  }

  @Test
  void aCallWithLongAddressesTakesALargeSlot() throws IOException {
    AnsweredCall sample = AnsweredSamples.call("one");
    AnsweredCall large =
        AnsweredSamples.with(
            sample,
            AnsweredSamples.caller(
                1,
                IntStream.range(0, 50)
                    .mapToObj(i -> "<sip:proxy-" + i + "." + "x".repeat(300) + ";lr>")
                    .toList()),
            AnsweredSamples.media("one", 16));
    try (SurvivingCalls calls = open()) {
      KeptCall place = calls.place();
      place.save(sample);
      place.save(large);
    }
    try (SurvivingCalls calls = open()) {
      Survivor survivor = calls.takeSurvivors().getFirst();
      assertThat(survivor.call().caller()).isEqualTo(large.caller());
      assertThat(survivor.call().media()).isEqualTo(large.media());
      assertThat(survivor.call().soFar().attempts()).isNotEmpty();
      survivor.kept().save(sample);
    }
    try (SurvivingCalls calls = open()) {
      assertThat(calls.takeSurvivors()).extracting(Survivor::call).containsExactly(sample);
    }
  }

  @Test
  void aCallThatFitsNoSlotIsNotKeptAndCounted() throws IOException {
    AnsweredCall sample = AnsweredSamples.call("one");
    AnsweredCall huge =
        AnsweredSamples.with(
            sample, AnsweredSamples.caller(1, List.of("x".repeat(70_000))), sample.media());
    try (SurvivingCalls calls = open()) {
      KeptCall place = calls.place();
      place.save(sample);
      place.save(huge);
      assertThat(calls.homeless()).isEqualTo(1);
      place.save(sample);
      place.forget();
    }
    try (SurvivingCalls calls = open()) {
      assertThat(calls.waiting()).isEmpty();
    }
  }

  @Test
  void thereIsRoomForMoreThanThereEverWas() throws Exception {
    try (SurvivingCalls calls = open()) {
      for (int i = 0; i < 500; i++) {
        int saved = i;
        // As fast as room is made, which here is only for a few calls ahead.
        Waiting.until(
            () -> {
              long before = calls.homeless();
              calls.place().save(AnsweredSamples.call("call " + saved));
              return calls.homeless() == before;
            });
      }
    }
    try (SurvivingCalls calls = open()) {
      assertThat(calls.waiting()).hasSize(500);
    }
  }

  @Test
  void onlyThoseThatAreStillOpenWait() throws IOException {
    try (SurvivingCalls calls = open()) {
      calls.place().save(AnsweredSamples.call("one"));
      calls.place().save(AnsweredSamples.call("two"));
    }
    try (SurvivingCalls calls = open()) {
      calls.retain(Set.of("two", "three"));
      assertThat(calls.waiting()).containsExactly("two");
    }
    try (SurvivingCalls calls = open()) {
      assertThat(calls.waiting()).containsExactly("two");
    }
  }
}
