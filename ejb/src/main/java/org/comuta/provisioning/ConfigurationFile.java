package org.comuta.provisioning;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonWriter;
import jakarta.json.stream.JsonGenerator;
import java.io.StringWriter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.comuta.configuration.StoredObject;
import org.comuta.description.Catalogue;
import org.comuta.description.FieldDescription;
import org.comuta.description.ObjectDescription;
import org.comuta.secret.Secret;
import org.comuta.secret.SecretCipher;
import org.comuta.secret.SecretCipher.Derivation;
import org.jspecify.annotations.Nullable;

/**
 * Objects as a file that can be imported: {@code formatVersion}, and for each kind, by the word of
 * its path, the list of its objects with all their fields. The same objects are always the same
 * file, but for what is encrypted. Secrets are masked, or encrypted where there is a passphrase.
 */
public final class ConfigurationFile {
  /** The form of these files. */
  static final int FORMAT_VERSION = 1;

  static final String FORMAT = "formatVersion";
  static final String ENCRYPTION = "encryption";
  static final String ITERATIONS = "iterations";
  static final String SALT = "salt";

  /** What an encrypted secret begins with. */
  static final String ENCRYPTED = "encrypted:";

  private final JsonObject document;

  private ConfigurationFile(JsonObject document) {
    this.document = document;
  }

  /**
   * The file of these objects.
   *
   * @param kinds the kinds to be named, with or without objects
   * @param objects in the order they shall have
   * @param passphrase null to mask secrets
   */
  public static ConfigurationFile of(
      Catalogue catalogue,
      Collection<String> kinds,
      Collection<StoredObject> objects,
      @Nullable String passphrase) {
    JsonObjectBuilder document = Json.createObjectBuilder().add(FORMAT, FORMAT_VERSION);
    SecretCipher cipher = null;
    if (passphrase != null) {
      Derivation derivation = Derivation.fresh();
      cipher = SecretCipher.of(passphrase, derivation);
      document.add(
          ENCRYPTION,
          Json.createObjectBuilder()
              .add("cipher", "AES-256-GCM")
              .add("derivation", "PBKDF2-HMAC-SHA256")
              .add(ITERATIONS, derivation.iterations())
              .add(SALT, derivation.salt()));
    }
    Map<String, JsonArrayBuilder> byKind = new LinkedHashMap<>();
    for (StoredObject object : objects) {
      byKind
          .computeIfAbsent(object.kind(), ignored -> Json.createArrayBuilder())
          .add(shown(catalogue, object, cipher));
    }
    catalogue.kinds().stream()
        .map(kind -> kind.description())
        .filter(description -> kinds.contains(description.kind()))
        .forEach(
            description ->
                document.add(
                    description.path(),
                    byKind.getOrDefault(description.kind(), Json.createArrayBuilder())));
    return new ConfigurationFile(document.build());
  }

  private static JsonObject shown(
      Catalogue catalogue, StoredObject object, @Nullable SecretCipher cipher) {
    ObjectDescription<?> description = catalogue.kind(object.kind()).orElseThrow().description();
    if (cipher == null) {
      return SecretTexts.masked(description, object.body());
    }
    JsonObjectBuilder shown = Json.createObjectBuilder(object.body());
    for (FieldDescription field : SecretTexts.of(description)) {
      if (SecretTexts.isThere(object.body(), field)) {
        String secret = object.body().getString(field.name());
        String place = Secret.place(object.kind(), object.name(), field.name());
        shown.add(field.name(), ENCRYPTED + cipher.encrypt(secret, place));
      }
    }
    return shown.build();
  }

  public String yaml() {
    return printable(YamlWriter.write(document));
  }

  public String json() {
    StringWriter text = new StringWriter();
    try (JsonWriter writer =
        Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true)).createWriter(text)) {
      writer.write(document);
    }
    return printable(text.append('\n').toString());
  }

  // What YAML takes only escaped; it can be nowhere but within quotes.
  private static String printable(String text) {
    StringBuilder printable = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      printable.append(isOdd(c) ? "\\u%04x".formatted((int) c) : String.valueOf(c));
    }
    return printable.toString();
  }

  private static boolean isOdd(char c) {
    return (c >= 0x7F && c <= 0x9F) || c == 0x2028 || c == 0x2029 || c == 0xFEFF || c >= 0xFFFE;
  }
}
