package org.comuta.mail;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.comuta.description.Json;
import org.comuta.description.ObjectDescription;
import org.comuta.description.Parsed;
import org.comuta.event.AlarmContent.AlarmState;
import org.comuta.secret.Secret;
import org.comuta.secret.Secrets;

/** Servers, notifications and alarms of tests. */
final class MailFixture {
  private MailFixture() {}

  /** An object of these fields, with ' for ". */
  static <T> Parsed<T> parsed(Class<T> type, String fields) {
    JsonObject json = Json.parse("{" + fields.replace('\'', '"') + "}");
    return ObjectDescription.of(type).parse(json);
  }

  static <T> T object(Class<T> type, String fields) {
    Parsed<T> parsed = parsed(type, fields);
    T object = parsed.object();
    if (object == null) {
      throw new IllegalArgumentException(parsed.problems().toString());
    }
    return object;
  }

  static MailNotification notification(String fields) {
    return object(
        MailNotification.class,
        "'name':'noc','server':'out','recipients':['noc@example.com'],'language':'EN',"
            + "'timeZone':'UTC',"
            + fields);
  }

  /** A server with a password, sealed as it would be. */
  static MailServer server(
      Secrets secrets,
      MailSecurity security,
      int port,
      String certificates,
      String userName,
      String password,
      int attempts) {
    return new MailServer(
        "out",
        "",
        "comuta@example.com",
        "Central São José",
        "127.0.0.1",
        security,
        port,
        certificates,
        userName,
        Secret.plain(password).sealed(secrets, Secret.place("mail-server", "out", "password")),
        5,
        attempts);
  }

  static Secrets secrets() {
    try {
      Path folder = Files.createTempDirectory("comuta-mail");
      folder.toFile().deleteOnExit();
      Path file = folder.resolve("secret-keys");
      file.toFile().deleteOnExit();
      return Secrets.keptIn(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static AlarmState alarm(String condition, String severity, String object, String details) {
    Instant at = Instant.parse("2026-03-04T05:06:07.891Z");
    return new AlarmState(
        "a-1",
        condition,
        severity,
        "CALL_ESTABLISHMENT_ERROR",
        object,
        details,
        at,
        at,
        1,
        null,
        null,
        null,
        null);
  }
}
