package org.comuta.description;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Other names, and in their place those that there will be, while the thread restores what has them
 * together with a configuration that names them. Any thread.
 */
public final class ExpectedNames implements OtherNames {
  private static final ThreadLocal<@Nullable Map<String, Set<String>>> EXPECTED =
      new ThreadLocal<>();

  private final OtherNames now;

  /**
   * @param now those that there are
   */
  public ExpectedNames(OtherNames now) {
    this.now = now;
  }

  /**
   * For this thread, names are these until {@link #end}.
   *
   * @param names by kind; more may be put in later
   */
  public static void begin(Map<String, Set<String>> names) {
    EXPECTED.set(names);
  }

  /** For this thread, names are those that there are. */
  public static void end() {
    EXPECTED.remove();
  }

  @Override
  public Collection<String> of(String kind) {
    Map<String, Set<String>> names = EXPECTED.get();
    Set<String> expected = names == null ? null : names.get(kind);
    return expected == null ? now.of(kind) : expected;
  }
}
