package org.comuta.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.comuta.description.Problem;

/** A part that is texts by name, in memory. */
public final class MemoryPart implements BackupPart {
  private final String name;
  private final int order;

  /** What it has, by the name of the file. */
  public final Map<String, String> texts = new TreeMap<>();

  /** The text that it does not take. */
  public String refused = "";

  /** Names by kind that it has once it is restored. */
  public final Map<String, Set<String>> names = new TreeMap<>();

  public MemoryPart(String name, int order) {
    this.name = name;
    this.order = order;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int order() {
    return order;
  }

  @Override
  public void write(PartOutput out) throws IOException {
    for (Map.Entry<String, String> text : texts.entrySet()) {
      try (OutputStream file = out.file(text.getKey())) {
        file.write(text.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  @Override
  public PartPlan plan(PartInput in, RestoreRequest request) throws IOException, ArchiveException {
    Map<String, String> read = new TreeMap<>();
    for (String file : in.files()) {
      try (InputStream text = in.file(file)) {
        read.put(file, new String(text.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    List<PartPlan.PartProblem> problems =
        read.values().stream()
            .filter(refused::equals)
            .map(one -> new PartPlan.PartProblem(name, one, new Problem("", "choice", "No."), 0))
            .toList();
    return new PartPlan() {
      @Override
      public List<PartChange> changes() {
        return List.of();
      }

      @Override
      public List<PartProblem> problems() {
        return problems;
      }

      @Override
      public List<String> notes() {
        return List.of();
      }

      @Override
      public Map<String, Set<String>> names() {
        return names;
      }

      @Override
      public void restore() {
        texts.clear();
        texts.putAll(read);
      }
    };
  }
}
