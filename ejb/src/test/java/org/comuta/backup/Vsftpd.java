package org.comuta.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The FTP server vsftpd on a free port of loopback, as the user that runs the test, with TLS. As it
 * is shipped it takes a data connection only when that resumes the session of the control
 * connection.
 */
final class Vsftpd implements AutoCloseable {
  /** The only user that needs no account on this machine. */
  static final String USER = "anonymous";

  static final String PASSWORD = "comuta@example.com";

  final int port;
  final Path root;
  private final Path certificate;
  private final Process process;

  Vsftpd(Path folder) throws IOException {
    port = SshServer.freePort();
    root = Files.createDirectories(folder.resolve("root"));
    certificate = folder.resolve("cert.pem");
    TestCertificate.make(folder);
    Path configuration = folder.resolve("vsftpd.conf");
    Files.write(
        configuration,
        List.of(
            "listen=YES",
            "listen_address=127.0.0.1",
            "listen_port=" + port,
            "background=NO",
            "run_as_launching_user=YES",
            "anonymous_enable=YES",
            "local_enable=NO",
            "write_enable=YES",
            "anon_root=" + root,
            "anon_upload_enable=YES",
            "anon_mkdir_write_enable=YES",
            "anon_other_write_enable=YES",
            "anon_world_readable_only=NO",
            "anon_umask=022",
            "connect_from_port_20=NO",
            "ssl_enable=YES",
            "allow_anon_ssl=YES",
            "force_anon_logins_ssl=YES",
            "force_anon_data_ssl=YES",
            "rsa_cert_file=" + certificate,
            "rsa_private_key_file=" + folder.resolve("key.pem"),
            "seccomp_sandbox=NO",
            "xferlog_enable=NO"));
    Path log = folder.resolve("log");
    process =
        new ProcessBuilder("/usr/sbin/vsftpd", configuration.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    SshServer.awaitListening(port, process, log);
  }

  /** SHA-256 of its certificate, as openssl shows it. */
  String fingerprint() throws IOException {
    return TestCertificate.fingerprint(certificate);
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    process.onExit().join();
  }
}
