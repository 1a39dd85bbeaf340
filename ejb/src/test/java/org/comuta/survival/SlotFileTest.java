package org.comuta.survival;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.comuta.octets.OctetWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlotFileTest {
  private static final int SLOT = 1024;
  private static final int SLOTS = 8;

  @TempDir private Path folder;
  private Path path;

  @BeforeEach
  void name() {
    path = folder.resolve("slots");
  }

  private SlotFile open() throws IOException {
    return new SlotFile(path, SLOT, SLOTS);
  }

  private static OctetWriter text(String text) {
    return new OctetWriter().load(text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> found(SlotFile file) {
    return file.takeFound().stream()
        .map(found -> new String(found.octets(), StandardCharsets.UTF_8))
        .sorted()
        .toList();
  }

  @Test
  void whatWasWrittenIsFoundAndWhatWasFreedIsNot() throws IOException {
    try (SlotFile file = open()) {
      file.write(text("one"), false);
      file.free(file.write(text("two"), false));
      file.write(text("three"), false);
    }
    try (SlotFile file = open()) {
      assertThat(found(file)).containsExactly("one", "three");
      assertThat(found(file)).as("told once").isEmpty();
      assertThat(file.freeSlots()).isEqualTo(SLOTS - 2);
    }
  }

  @Test
  void itIsOnTheDiskBeforeItIsClosed() throws IOException {
    try (SlotFile killed = open()) {
      killed.mark(killed.write(text("one"), false));
      try (SlotFile file = open()) {
        List<SlotFile.Found> all = file.takeFound();
        assertThat(all).hasSize(1);
        assertThat(all.getFirst().marked()).isTrue();
      }
    }
  }

  @Test
  void writingsAreNumberedOnAcrossRestarts() throws IOException {
    try (SlotFile file = open()) {
      file.write(text("one"), false);
      file.write(text("two"), true);
    }
    try (SlotFile file = open()) {
      file.takeFound();
      file.write(text("three"), false);
    }
    try (SlotFile file = open()) {
      assertThat(file.takeFound().stream().map(SlotFile.Found::writing).sorted())
          .containsExactly(1L, 2L, 3L);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 4, 8, 15, 20, 22})
  void aSlotThatIsDamagedAnywhereIsFree(int place) throws IOException {
    int slot;
    try (SlotFile file = open()) {
      slot = file.write(text("one"), false);
    }
    try (RandomAccessFile raw = new RandomAccessFile(path.toFile(), "rw")) {
      long at = 4096L + (long) slot * SLOT + place;
      raw.seek(at);
      int octet = raw.read();
      raw.seek(at);
      raw.write(octet ^ 0x41);
    }
    try (SlotFile file = open()) {
      assertThat(found(file)).isEmpty();
      assertThat(file.freeSlots()).isEqualTo(SLOTS);
    }
  }

  @Test
  void aFileOfAnotherKindIsEmptied() throws IOException {
    Files.write(path, Collections.nCopies(5000, "something else"));
    try (SlotFile file = open()) {
      assertThat(found(file)).isEmpty();
      assertThat(file.write(text("one"), false)).isNotNegative();
    }
    try (SlotFile file = open()) {
      assertThat(found(file)).containsExactly("one");
    }
  }

  @Test
  void itGrowsAndGivesTheRoomBackWhenItIsFoundEmpty() throws IOException {
    List<Integer> slots = new ArrayList<>();
    try (SlotFile file = open()) {
      for (int i = 0; i < 20; i++) {
        if (file.freeSlots() == 0) {
          assertThat(file.write(text("no room"), false)).isNegative();
          file.grow();
        }
        slots.add(file.write(text("call " + i), false));
      }
    }
    assertThat(slots).doesNotHaveDuplicates();
    long large = Files.size(path);
    try (SlotFile file = open()) {
      assertThat(found(file)).hasSize(20);
      slots.forEach(file::free);
    }
    try (SlotFile file = open()) {
      assertThat(file.freeSlots()).isEqualTo(SLOTS);
      assertThat(Files.size(path)).isLessThan(large);
      assertThat(file.write(text("one"), false)).isBetween(0, SLOTS - 1);
      file.grow();
      assertThat(file.freeSlots()).isEqualTo(2 * SLOTS - 1);
    }
    try (SlotFile file = open()) {
      assertThat(found(file)).containsExactly("one");
    }
  }

  @Test
  void manyThreadsNeverMeetInOneSlot() throws Exception {
    try (SlotFile file = new SlotFile(path, SLOT, 64)) {
      Set<Integer> used = ConcurrentHashMap.newKeySet();
      Set<Integer> shared = ConcurrentHashMap.newKeySet();
      int threads = 4;
      CountDownLatch done = new CountDownLatch(threads);
      for (int i = 0; i < threads; i++) {
        OctetWriter octets = text("thread " + i);
        Thread.ofPlatform()
            .start(
                () -> {
                  for (int round = 0; round < 20_000; round++) {
                    int slot = file.write(octets, false);
                    if (!used.add(slot)) {
                      shared.add(slot);
                    }
                    used.remove(slot);
                    file.free(slot);
                  }
                  done.countDown();
                });
      }
      assertThat(done.await(60, TimeUnit.SECONDS)).isTrue();
      assertThat(shared).isEmpty();
      assertThat(file.freeSlots()).isEqualTo(64);
    }
  }
}
