package org.comuta;

import jakarta.json.JsonObject;
import java.util.List;
import org.comuta.description.Json;
import org.comuta.description.ObjectDescription;
import org.comuta.description.Parsed;
import org.comuta.interfaces.NetworkInterface;
import org.comuta.nap.Nap;
import org.comuta.routing.Route;

/** Configuration objects for tests, written as JSON with single quotes; the rest is default. */
public final class Sample {
  private static final ObjectDescription<Nap> NAP = ObjectDescription.of(Nap.class);
  private static final ObjectDescription<Route> ROUTE = ObjectDescription.of(Route.class);

  private static final ObjectDescription<NetworkInterface> INTERFACE =
      ObjectDescription.of(NetworkInterface.class);

  private Sample() {}

  /** A JSON object written with single quotes. */
  public static JsonObject json(String text) {
    return Json.parse(text.replace('\'', '"'));
  }

  /** A NAP of this name and address; more fields as in {@code "'port': 5070"}. */
  public static Nap nap(String name, String domain, String... fields) {
    return of(NAP, "'name': '" + name + "', 'domain': '" + domain + "'", fields);
  }

  /** A route of this name from one NAP to another; more fields as in {@code "'priority': 1"}. */
  public static Route route(String name, String origin, String destination, String... fields) {
    String basic =
        "'name': '%s', 'originNap': '%s', 'destinationNap': '%s'"
            .formatted(name, origin, destination);
    return of(ROUTE, basic, fields);
  }

  /** An interface of this name and address; more fields as in {@code "'udpPort': 5080"}. */
  public static NetworkInterface networkInterface(String name, String address, String... fields) {
    return of(INTERFACE, "'name': '" + name + "', 'address': '" + address + "'", fields);
  }

  private static <T> T of(ObjectDescription<T> description, String basic, String... fields) {
    String rest = fields.length == 0 ? "" : ", " + String.join(", ", List.of(fields));
    Parsed<T> parsed = description.parse(json("{" + basic + rest + "}"));
    T object = parsed.object();
    if (object == null) {
      throw new IllegalArgumentException(parsed.problems().toString());
    }
    return object;
  }
}
