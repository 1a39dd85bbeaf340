package org.comuta.cli.ssh;

import java.net.URI;
import java.nio.file.Path;

/**
 * Where the command line listens, and where it finds what.
 *
 * @param address to listen on
 * @param portal where the API answers on this machine
 * @param state folder of everything that outlives the server
 * @param log the file that the server writes its log to
 */
record SshSettings(String address, int port, URI portal, Path state, Path log) {
  private static final int PORT = 2_222;
  private static final int HTTP_PORT = 8_080;

  /** As the launcher says in system properties. */
  static SshSettings ofSystem() {
    int offset = Integer.getInteger("jboss.socket.binding.port-offset", 0);
    String http = System.getProperty("comuta.http.address", "127.0.0.1");
    Path state = Path.of(System.getProperty("comuta.state.dir", "state")).toAbsolutePath();
    return new SshSettings(
        System.getProperty("comuta.bind.address", "127.0.0.1"),
        Integer.getInteger("comuta.ssh.port", PORT + offset),
        URI.create(
            "http://"
                + (http.contains(":") ? "[" + http + "]" : http)
                + ":"
                + (HTTP_PORT + offset)),
        state,
        Path.of(System.getProperty("jboss.server.log.dir", state.resolve("log").toString()))
            .resolve("server.log"));
  }

  Path keys() {
    return state.resolve("keys");
  }
}
