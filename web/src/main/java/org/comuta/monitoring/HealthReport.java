package org.comuta.monitoring;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Map;

/** Checks and what they found, in the JSON of MicroProfile Health 4. */
record HealthReport(List<Check> checks) {
  /**
   * One check.
   *
   * @param data what is worth knowing of it, by name
   */
  record Check(String name, boolean up, Map<String, String> data) {}

  HealthReport {
    checks = List.copyOf(checks);
  }

  boolean up() {
    return checks.stream().allMatch(Check::up);
  }

  JsonObject toJson() {
    JsonArrayBuilder list = Json.createArrayBuilder();
    for (Check check : checks) {
      JsonObjectBuilder one =
          Json.createObjectBuilder().add("name", check.name()).add("status", word(check.up()));
      if (!check.data().isEmpty()) {
        JsonObjectBuilder data = Json.createObjectBuilder();
        check.data().forEach(data::add);
        one.add("data", data);
      }
      list.add(one);
    }
    return Json.createObjectBuilder().add("status", word(up())).add("checks", list).build();
  }

  private static String word(boolean up) {
    return up ? "UP" : "DOWN";
  }
}
