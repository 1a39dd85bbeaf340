package org.comuta.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A real FTP server (pyftpdlib) on a free port of loopback, for one user; with TLS where asked. */
final class FtpServer implements AutoCloseable {
  static final String USER = "backup";
  static final String PASSWORD = "a password of the server";

  private static final String ALL = "elradfmw";
  private static final String PROGRAM =
      """
      import sys
      from pyftpdlib.authorizers import DummyAuthorizer
      from pyftpdlib.handlers import FTPHandler
      from pyftpdlib.servers import FTPServer
      port, folder, user, password, rights = int(sys.argv[1]), *sys.argv[2:6]
      handler = FTPHandler
      if len(sys.argv) > 6:
          from pyftpdlib.handlers import TLS_FTPHandler
          handler = TLS_FTPHandler
          handler.certfile = sys.argv[6]
          handler.tls_control_required = True
          handler.tls_data_required = True
      authorizer = DummyAuthorizer()
      authorizer.add_user(user, password, folder, perm=rights)
      handler.authorizer = authorizer
      FTPServer(("127.0.0.1", port), handler).serve_forever()
      """;

  final int port;
  final Path root;
  private final Path certificate;
  private final Process process;

  FtpServer(Path folder, boolean secured) throws IOException {
    this(folder, secured, ALL);
  }

  /**
   * @param rights of its user, as pyftpdlib writes them
   */
  FtpServer(Path folder, boolean secured, String rights) throws IOException {
    port = SshServer.freePort();
    root = Files.createDirectories(folder.resolve("root"));
    certificate = folder.resolve("server.pem");
    Path program = folder.resolve("server.py");
    Files.writeString(program, PROGRAM);
    List<String> command =
        new ArrayList<>(
            List.of(
                "/usr/bin/python3",
                program.toString(),
                String.valueOf(port),
                root.toString(),
                USER,
                PASSWORD,
                rights));
    if (secured) {
      TestCertificate.make(folder);
      Files.writeString(
          certificate,
          Files.readString(folder.resolve("key.pem"))
              + Files.readString(folder.resolve("cert.pem")));
      command.add(certificate.toString());
    }
    Path log = folder.resolve("log");
    process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    SshServer.awaitListening(port, process, log);
  }

  /** SHA-256 of its certificate, as openssl shows it. */
  String fingerprint() throws IOException {
    return TestCertificate.fingerprint(certificate);
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
