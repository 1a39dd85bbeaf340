package org.comuta.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.comuta.archive.ArchiveException;
import org.comuta.archive.ArchiveSamples;
import org.comuta.archive.BackupPart;
import org.comuta.archive.MemoryPart;
import org.comuta.archive.PartInput;
import org.comuta.archive.PartOutput;
import org.comuta.archive.PartPlan;
import org.comuta.archive.ReadArchive;
import org.comuta.archive.RestoreRequest;
import org.comuta.description.ExpectedNames;
import org.comuta.description.OtherNames;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RestorerTest {
  private static final RestoreRequest REQUEST = new RestoreRequest("admin", "192.0.2.1", "", false);

  @TempDir Path spool;
  private final MemoryPart first = new MemoryPart("a-first", BackupPart.LATER);
  private final MemoryPart second = new MemoryPart("b-second", BackupPart.FIRST);
  private byte[] backup;

  @BeforeEach
  void backup() throws IOException {
    first.texts.put("x", "one");
    second.texts.put("x", "two");
    backup = ArchiveSamples.of(spool, null, List.of(first, second));
    first.texts.put("x", "changed");
    second.texts.clear();
  }

  private Restoration restore(Set<String> wanted, boolean dryRun, BackupPart... known)
      throws IOException, ArchiveException {
    try (ReadArchive archive =
        ReadArchive.of(new ByteArrayInputStream(backup), null, spool, ReadArchive.Limits.USUAL)) {
      return Restorer.run(List.of(known), archive, wanted, REQUEST, dryRun);
    }
  }

  @Test
  void allPartsComeBack() throws Exception {
    Restoration restoration = restore(Set.of("a-first", "b-second"), false, first, second);

    assertThat(restoration.restored()).isTrue();
    assertThat(first.texts).containsEntry("x", "one");
    assertThat(second.texts).containsEntry("x", "two");
  }

  @Test
  void aDryRunChangesNothing() throws Exception {
    Restoration restoration = restore(Set.of("a-first", "b-second"), true, first, second);

    assertThat(restoration.restored()).isFalse();
    assertThat(restoration.problems()).isEmpty();
    assertThat(first.texts).containsEntry("x", "changed");
    assertThat(second.texts).isEmpty();
  }

  @Test
  void onlyWhatIsWantedComesBack() throws Exception {
    Restoration restoration = restore(Set.of("b-second"), false, first, second);

    assertThat(restoration.parts()).extracting(Restoration.Part::name).containsExactly("b-second");
    assertThat(first.texts).containsEntry("x", "changed");
    assertThat(second.texts).containsEntry("x", "two");
  }

  @Test
  void nothingComesBackWhenOnePartRefuses() throws Exception {
    first.refused = "one";

    Restoration restoration = restore(Set.of("a-first", "b-second"), false, first, second);

    assertThat(restoration.restored()).isFalse();
    assertThat(restoration.problems()).hasSize(1);
    assertThat(first.texts).containsEntry("x", "changed");
    assertThat(second.texts).isEmpty();
  }

  @Test
  void partsThatAreOnlyHereStayAsTheyAre() throws Exception {
    MemoryPart other = new MemoryPart("other", BackupPart.FIRST);
    other.texts.put("x", "here");

    Restoration restoration = restore(Set.of("a-first", "other"), false, first, other);

    assertThat(restoration.restored()).isTrue();
    assertThat(other.texts).containsEntry("x", "here");
  }

  @Test
  void partsThatAreOnlyInTheBackupAreLeftOut() throws Exception {
    Restoration restoration = restore(Set.of("a-first"), false, first);

    assertThat(restoration.restored()).isTrue();
    assertThat(restoration.manifest().parts()).containsExactly("a-first", "b-second");
  }

  @Test
  void theirOrderIsKept() throws Exception {
    List<String> order = new ArrayList<>();

    restore(Set.of("a-first", "b-second"), false, told(first, order), told(second, order));

    assertThat(order).containsExactly("b-second", "a-first");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void laterPartsCountOnTheNamesOfEarlierOnes(boolean dryRun) throws Exception {
    OtherNames names = new ExpectedNames(OtherNames.NONE);
    List<String> seen = new ArrayList<>();
    second.names.put("certificate", Set.of("sipc"));
    BackupPart checking = asked(first, () -> seen.addAll(names.of("certificate")));

    restore(Set.of("a-first", "b-second"), dryRun, checking, second);

    assertThat(seen).containsExactly("sipc");
    assertThat(names.of("certificate")).isEmpty();
  }

  private static BackupPart told(BackupPart part, List<String> order) {
    return asked(part, () -> order.add(part.name()));
  }

  private static BackupPart asked(BackupPart part, Runnable planned) {
    return new BackupPart() {
      @Override
      public String name() {
        return part.name();
      }

      @Override
      public int order() {
        return part.order();
      }

      @Override
      public void write(PartOutput out) throws IOException {
        part.write(out);
      }

      @Override
      public PartPlan plan(PartInput in, RestoreRequest request)
          throws IOException, ArchiveException {
        planned.run();
        return part.plan(in, request);
      }
    };
  }
}
