package org.comuta.archive;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.comuta.description.Json;
import org.comuta.secret.SecretCipher.Derivation;
import org.jspecify.annotations.Nullable;

/**
 * What a backup says of itself; its first file, {@code manifest.json}.
 *
 * @param version of the product that made it
 * @param node name of the server it is of
 * @param secrets how the key of its secrets is made of the passphrase; null when it has none
 * @param parts the words of the parts it has
 * @param contents its files in order
 */
public record Manifest(
    String version,
    String node,
    Instant madeAt,
    @Nullable Derivation secrets,
    List<String> parts,
    List<Content> contents) {
  /** The form of these files. A reader takes its own and no other. */
  static final int FORMAT_VERSION = 1;

  static final String NAME = "manifest.json";
  private static final String FORMAT = "comuta-backup";
  private static final int LONGEST_WORD = 255;

  /**
   * One file.
   *
   * @param sha256 in hexadecimal digits
   */
  public record Content(String name, long octets, String sha256) {}

  public Manifest {
    parts = List.copyOf(parts);
    contents = List.copyOf(contents);
  }

  /** Octets of all files together. */
  public long octets() {
    return contents.stream().mapToLong(Content::octets).sum();
  }

  byte[] json() {
    JsonArrayBuilder names = Json.array();
    parts.forEach(names::add);
    JsonArrayBuilder files = Json.array();
    contents.forEach(
        content ->
            files.add(
                Json.object()
                    .add("name", content.name())
                    .add("octets", content.octets())
                    .add("sha256", content.sha256())));
    JsonObjectBuilder manifest =
        Json.object()
            .add("format", FORMAT)
            .add("formatVersion", FORMAT_VERSION)
            .add("version", version)
            .add("node", node)
            .add("madeAt", madeAt.toString())
            .add("parts", names)
            .add("contents", files);
    if (secrets != null) {
      manifest.add("secrets", ArchiveSeal.told(secrets).add("cipher", "AES-256-GCM"));
    }
    return manifest.build().toString().getBytes(StandardCharsets.UTF_8);
  }

  static Manifest read(byte[] octets) throws ArchiveException {
    try {
      JsonObject json = Json.parse(new String(octets, StandardCharsets.UTF_8));
      if (!json.getString("format", "").equals(FORMAT)) {
        throw ArchiveException.format("This is not a backup of Comuta.");
      }
      if (json.getInt("formatVersion", 0) != FORMAT_VERSION) {
        throw ArchiveException.format(
            "Only backups of formatVersion " + FORMAT_VERSION + " can be read here.");
      }
      JsonObject secrets = json.getJsonObject("secrets");
      List<String> parts =
          json.getJsonArray("parts").getValuesAs(JsonString.class).stream()
              .map(JsonString::getString)
              .toList();
      List<Content> contents = new ArrayList<>();
      for (JsonValue file : json.getJsonArray("contents")) {
        contents.add(content(file.asJsonObject()));
      }
      Manifest manifest =
          new Manifest(
              word(json, "version"),
              word(json, "node"),
              Instant.parse(json.getString("madeAt")),
              secrets == null ? null : ArchiveSeal.derivation(secrets),
              parts,
              contents);
      manifest.check();
      return manifest;
    } catch (JsonException
        | ClassCastException
        | NullPointerException
        | IllegalArgumentException
        | ArithmeticException
        | DateTimeException malformed) {
      throw ArchiveException.format("The list of the backup's files cannot be read.");
    }
  }

  private static Content content(JsonObject file) {
    return new Content(
        file.getString("name"),
        file.getJsonNumber("octets").longValueExact(),
        file.getString("sha256"));
  }

  private static String word(JsonObject json, String name) {
    String word = json.getString(name);
    if (word.length() > LONGEST_WORD || word.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(name);
    }
    return word;
  }

  private void check() throws ArchiveException {
    Set<String> seen = new HashSet<>();
    boolean good = parts.stream().allMatch(part -> EntryName.isGoodPart(part) && seen.add(part));
    Set<String> names = new HashSet<>();
    for (Content content : contents) {
      good &=
          EntryName.isGood(content.name())
              && seen.contains(EntryName.part(content.name()))
              && content.octets() >= 0
              && content.sha256().matches("[0-9a-f]{64}")
              && names.add(content.name());
    }
    if (!good) {
      throw ArchiveException.format("The list of the backup's files has a wrong entry.");
    }
  }
}
