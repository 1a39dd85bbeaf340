package org.comuta.provisioning;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.comuta.configuration.ImportMode;
import org.comuta.configuration.ImportObject;
import org.comuta.configuration.ImportRequest;
import org.comuta.configuration.ObjectProblem;
import org.comuta.description.Problem;

/** What a file says: its objects, and what is wrong with it. */
public final class FileReading {
  /** Most objects of a file that people give. */
  static final int MOST_OBJECTS = 100_000;

  private final Set<String> kinds = new TreeSet<>();
  private final List<ImportObject> objects = new ArrayList<>();
  private final List<ObjectProblem> problems = new ArrayList<>();

  private final int most;

  /**
   * @param most objects that are taken
   */
  FileReading(int most) {
    this.most = most;
  }

  FileReading() {
    this(MOST_OBJECTS);
  }

  void kind(String kind) {
    kinds.add(kind);
  }

  void object(ImportObject object) throws FileException {
    if (objects.size() == most) {
      throw new FileException("A file may have at most " + most + " objects.", object.line());
    }
    objects.add(object);
  }

  void problem(String kind, String name, String field, String code, String message, int line) {
    problems.add(new ObjectProblem(kind, name, new Problem(field, code, message), line));
  }

  /** The request to import it. */
  public ImportRequest request(ImportMode mode, boolean keepAddresses, boolean dryRun) {
    return new ImportRequest(objects, kinds, problems, mode, keepAddresses, dryRun);
  }

  /** What it says, in order. */
  public List<ImportObject> objects() {
    return objects;
  }

  /** What is wrong with it, as far as it can be said without the objects that are there. */
  public List<ObjectProblem> problems() {
    return problems;
  }
}
