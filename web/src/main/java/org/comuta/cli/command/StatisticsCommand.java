package org.comuta.cli.command;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.List;
import org.comuta.cli.Command;

/** What the exchange counts, now. */
final class StatisticsCommand implements Command {
  @Override
  public String name() {
    return "statistics";
  }

  @Override
  public String usage() {
    return "statistics [WORD]";
  }

  @Override
  public void run(Call call) {
    call.arguments().atMost(1);
    List<JsonObject> rows = new Statistics(call.api(), call.arguments().name(0)).rows(false);
    JsonArrayBuilder items = Json.createArrayBuilder();
    rows.forEach(items::add);
    JsonObject answer =
        Json.createObjectBuilder().add("items", items).add("total", rows.size()).build();
    call.output().page(answer, List.of(), call.arguments().options().get("columns"));
  }
}
