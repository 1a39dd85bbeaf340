package org.comuta.provisioning;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Set;
import org.comuta.archive.RestoreRequest;
import org.comuta.configuration.StoredObject;
import org.comuta.description.Problem;

/**
 * What keeps the objects of one kind that an {@link ObjectsPart} brings into backups and back.
 * Changes are in the transaction of the caller.
 */
public interface KeptObjects {
  /**
   * All of them, by name, with all their fields.
   *
   * @param withSecrets secrets as they are; else they are masked
   */
  List<StoredObject> all(boolean withSecrets);

  /**
   * What is wrong with an object of these fields; empty when nothing is. A masked secret stands for
   * the one that is here.
   */
  List<Problem> problems(String name, JsonObject body);

  /** Names of those that stay as they are, for whoever restores needs them. */
  default Set<String> needed(RestoreRequest request) {
    return Set.of();
  }

  /** Makes an object what these fields say. Only without problems. */
  void save(String name, JsonObject body, RestoreRequest request);

  void delete(String name, RestoreRequest request);

  /** Called once all of them are what they shall be. */
  default void restored() {}
}
