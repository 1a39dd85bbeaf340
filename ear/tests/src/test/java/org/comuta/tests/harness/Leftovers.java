package org.comuta.tests.harness;

import jakarta.json.JsonObject;
import java.util.List;
import org.comuta.tests.harness.RestClient.Answer;

/** What tests left at a server; without it, the server is as new but for its history. */
final class Leftovers {
  private static final String API = "/api/v1/";

  private Leftovers() {}

  /** Clears everything away that the configuration, the lists and the rules have. */
  static void clear(RestClient administrator) {
    done(administrator.post(API + "configuration/restore", "{\"revision\":0}"));
    done(administrator.post(API + "configuration/apply", "{}"));
    done(administrator.put(API + "sign-in-policy", "{}"));
    done(administrator.put(API + "audit/retention", "{\"days\":0}"));
    done(administrator.put(API + "log-settings", "{}"));
    done(administrator.delete(API + "log-settings/trace"));
    done(administrator.put(API + "me/preferences", "{}"));
    letEverybodyIn(administrator);
    for (String list : List.of("directories", "identity-providers", "backup-schedules", "users")) {
      delete(administrator, list, "name");
    }
    for (String list : List.of("tokens", "locks")) {
      delete(administrator, list, "id");
    }
    done(administrator.delete(API + "sessions?userName=" + ComutaServer.ADMINISTRATOR));
  }

  private static void letEverybodyIn(RestClient administrator) {
    JsonObject lists =
        done(administrator.put(API + "access-lists", "{\"rules\":[],\"defaultAction\":\"ALLOW\"}"))
            .json();
    if (lists.getBoolean("onTrial")) {
      done(
          administrator.post(
              API + "access-lists/confirmation", "{\"change\":" + lists.getInt("change") + "}"));
    }
  }

  private static void delete(RestClient administrator, String list, String identity) {
    Answer found = done(administrator.get(API + list + "?size=1000"));
    for (JsonObject one : found.json().getJsonArray("items").getValuesAs(JsonObject.class)) {
      String name = one.getString(identity);
      if (!name.equals(ComutaServer.ADMINISTRATOR)) {
        done(administrator.delete(API + list + "/" + name));
      }
    }
  }

  private static Answer done(Answer answer) {
    if (answer.status() >= 300) {
      throw new IllegalStateException("what tests left stays: " + answer);
    }
    return answer;
  }
}
