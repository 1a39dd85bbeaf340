package org.comuta.portal.wizard;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.comuta.configuration.Kinds;
import org.comuta.configuration.StoredObject;
import org.comuta.nap.Nap;
import org.comuta.nap.NapTable;
import org.comuta.routing.CallRequest;
import org.comuta.routing.Decision;
import org.comuta.routing.Explain;
import org.comuta.routing.Route;
import org.comuta.routing.RouteTable;

/** Where a call would go, by the code that routes calls: with what is saved and what is drafted. */
final class Trial {
  private Trial() {}

  /** Decides on what is saved, with the drafts in place of objects of their names. */
  static Decision decide(
      Collection<StoredObject> saved, Collection<Draft> drafts, CallRequest request) {
    Map<String, Nap> naps = new LinkedHashMap<>();
    Map<String, Route> routes = new LinkedHashMap<>();
    saved.forEach(object -> add(object.kind(), object.body(), naps, routes));
    drafts.forEach(draft -> add(draft.kind(), draft.body(), naps, routes));
    NapTable table = new NapTable(naps.values());
    return new RouteTable(new ArrayList<>(routes.values()), table).decide(request, Explain.FULL);
  }

  private static void add(
      String kind, JsonObject body, Map<String, Nap> naps, Map<String, Route> routes) {
    switch (kind) {
      case "nap" -> {
        Nap nap = Kinds.catalogue().type(Nap.class).description().parse(body).object();
        if (nap != null) {
          naps.put(nap.name(), nap);
        }
      }
      case "route" -> {
        Route route = Kinds.catalogue().type(Route.class).description().parse(body).object();
        if (route != null) {
          routes.put(route.name(), route);
        }
      }
      default -> {}
    }
  }

  /** The kinds it looks at. */
  static List<String> kinds() {
    return List.of("nap", "route");
  }
}
