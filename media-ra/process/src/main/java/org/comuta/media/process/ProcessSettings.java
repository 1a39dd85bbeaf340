package org.comuta.media.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comuta.media.PortRange;

/**
 * What the process is told when it is started.
 *
 * @param socket path of the socket it listens on
 * @param ports of media
 * @param threads that relay; 0: one a processor
 * @param claimLimit how long calls live whose client went away
 */
record ProcessSettings(Path socket, PortRange ports, int threads, Duration claimLimit) {
  /** How the arguments look. */
  static final String USAGE =
      """
      usage: --socket PATH [--rtp FIRST-LAST] [--threads N] [--claim-limit SECONDS]
             --socket PATH --figures    ask a running engine, print what it says as JSON
      """;

  private static final Set<String> NAMES =
      Set.of("--socket", "--rtp", "--threads", "--claim-limit");

  /**
   * From pairs of a name and a value.
   *
   * @throws IllegalArgumentException when one is unknown, missing or makes no sense
   */
  static ProcessSettings of(List<String> arguments) {
    Map<String, String> given = new HashMap<>();
    for (int i = 0; i < arguments.size(); i += 2) {
      String name = arguments.get(i);
      if (!NAMES.contains(name) || i + 1 == arguments.size()) {
        throw new IllegalArgumentException(
            NAMES.contains(name) ? name + " takes a value" : "unknown argument " + name);
      }
      given.put(name, arguments.get(i + 1));
    }
    String socket = given.get("--socket");
    if (socket == null) {
      throw new IllegalArgumentException("--socket is missing");
    }
    return new ProcessSettings(
        Path.of(socket),
        PortRange.of(given.getOrDefault("--rtp", "20000-29999")),
        number("--threads", given.getOrDefault("--threads", "0"), 64),
        Duration.ofSeconds(
            number("--claim-limit", given.getOrDefault("--claim-limit", "120"), 86_400)));
  }

  private static int number(String name, String value, int most) {
    if (!value.matches("\\d{1,6}") || Integer.parseInt(value) > most) {
      throw new IllegalArgumentException(name + " takes a number up to " + most);
    }
    return Integer.parseInt(value);
  }
}
