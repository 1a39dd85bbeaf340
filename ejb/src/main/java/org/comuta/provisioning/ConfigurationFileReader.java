package org.comuta.provisioning;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comuta.configuration.ImportObject;
import org.comuta.description.Catalogue;
import org.comuta.description.FieldDescription;
import org.comuta.description.Json;
import org.comuta.description.ObjectDescription;
import org.comuta.description.ObjectKind;
import org.comuta.provisioning.Node.Entry;
import org.comuta.provisioning.Node.Mapping;
import org.comuta.provisioning.Node.Scalar;
import org.comuta.provisioning.Node.Sequence;
import org.comuta.secret.Secret;
import org.comuta.secret.SecretCipher;
import org.comuta.secret.SecretCipher.Derivation;
import org.jspecify.annotations.Nullable;

/** Reads files as {@link ConfigurationFile} writes them, or people. Used once, by one thread. */
public final class ConfigurationFileReader {
  private static final int LONGEST_SHOWN = 64;

  private final Catalogue catalogue;
  private final @Nullable String passphrase;
  private final FileReading reading;
  private @Nullable SecretCipher cipher;

  private ConfigurationFileReader(Catalogue catalogue, @Nullable String passphrase, int most) {
    this.catalogue = catalogue;
    this.passphrase = passphrase;
    this.reading = new FileReading(most);
  }

  /**
   * What the text (YAML or JSON) says.
   *
   * @param passphrase needed when the file has encrypted secrets
   */
  public static FileReading read(Catalogue catalogue, String text, @Nullable String passphrase)
      throws FileException {
    return read(catalogue, text, passphrase, FileReading.MOST_OBJECTS);
  }

  /**
   * The same for files of another size.
   *
   * @param most objects that are taken
   */
  public static FileReading read(
      Catalogue catalogue, String text, @Nullable String passphrase, int most)
      throws FileException {
    if (!(YamlReader.read(text) instanceof Mapping document)) {
      throw new FileException("The file must begin with names such as naps and routes.", 1);
    }
    ConfigurationFileReader reader = new ConfigurationFileReader(catalogue, passphrase, most);
    reader.document(document);
    return reader.reading;
  }

  private void document(Mapping document) throws FileException {
    // First, because everything else hangs on them.
    for (Entry entry : document.entries()) {
      switch (entry.name()) {
        case ConfigurationFile.FORMAT -> format(entry);
        case ConfigurationFile.ENCRYPTION -> encryption(entry);
        default -> {
          // Told below.
        }
      }
    }
    for (Entry entry : document.entries()) {
      switch (entry.name()) {
        case ConfigurationFile.FORMAT, ConfigurationFile.ENCRYPTION -> {
          // Told above.
        }
        default -> {
          Optional<ObjectKind<?>> kind = catalogue.path(entry.name());
          if (kind.isPresent()) {
            objects(kind.get().description(), entry);
          } else {
            String name = shown(entry.name());
            reading.problem(
                name, "", "", "unknown", "There are no objects " + name + ".", entry.line());
          }
        }
      }
    }
  }

  private static void format(Entry entry) throws FileException {
    String expected = String.valueOf(ConfigurationFile.FORMAT_VERSION);
    if (!(entry.value() instanceof Scalar version) || !version.text().equals(expected)) {
      throw new FileException(
          "Only files of " + ConfigurationFile.FORMAT + " " + expected + " can be read.",
          entry.line());
    }
  }

  private void encryption(Entry entry) throws FileException {
    if (passphrase == null) {
      throw new FileException(
          "The file's secrets are encrypted: give its passphrase.", entry.line());
    }
    Map<String, String> header = new HashMap<>();
    if (entry.value() instanceof Mapping mapping) {
      for (Entry one : mapping.entries()) {
        header.put(one.name(), one.value() instanceof Scalar scalar ? scalar.text() : "");
      }
    }
    String iterations = header.getOrDefault(ConfigurationFile.ITERATIONS, "");
    Derivation derivation =
        new Derivation(
            iterations.matches("[0-9]{1,9}") ? Integer.parseInt(iterations) : 0,
            header.getOrDefault(ConfigurationFile.SALT, ""));
    if (!derivation.isUsable()) {
      throw new FileException(
          "encryption needs a salt and at most " + Derivation.MOST_ITERATIONS + " iterations.",
          entry.line());
    }
    cipher = SecretCipher.of(passphrase, derivation);
  }

  private void objects(ObjectDescription<?> description, Entry entry) throws FileException {
    reading.kind(description.kind());
    if (entry.value() instanceof Scalar nothing && nothing.plain() && isNull(nothing)) {
      return;
    }
    if (!(entry.value() instanceof Sequence list)) {
      throw new FileException(entry.name() + " must be a list of objects.", entry.line());
    }
    for (Node item : list.items()) {
      if (item instanceof Mapping object) {
        object(description, object);
      } else {
        reading.problem(
            description.kind(), "", "", "type", "An object has names with values.", item.line());
      }
    }
  }

  private void object(ObjectDescription<?> description, Mapping mapping) throws FileException {
    String kind = description.kind();
    String name = "";
    for (Entry entry : mapping.entries()) {
      if (entry.name().equals("name") && entry.value() instanceof Scalar text) {
        name = text.text();
      }
    }
    if (name.isEmpty()) {
      reading.problem(kind, "", "name", "required", "name is required.", mapping.line());
      return;
    }
    JsonObjectBuilder fields = Json.object();
    Map<String, Integer> lines = new HashMap<>();
    for (Entry entry : mapping.entries()) {
      lines.put(entry.name(), entry.line());
      JsonValue value =
          description
              .field(entry.name())
              .map(field -> value(field, entry.value()))
              .orElse(JsonValue.NULL);
      fields.add(entry.name(), value);
    }
    ImportObject made = new ImportObject(kind, name, fields.build(), mapping.line(), lines);
    reading.object(decrypted(description, made));
  }

  private static JsonValue value(FieldDescription field, Node node) {
    return switch (node) {
      case Scalar scalar when scalar.plain() && isNull(scalar) -> JsonValue.NULL;
      case Scalar scalar when scalar.plain() -> FieldTexts.single(field, scalar.text());
      case Scalar scalar -> Json.value(scalar.text());
      case Sequence list -> {
        JsonArrayBuilder values = Json.array();
        list.items().forEach(item -> values.add(value(field, item)));
        yield values.build();
      }
      case Mapping ignored -> JsonValue.EMPTY_JSON_OBJECT;
    };
  }

  private static boolean isNull(Scalar scalar) {
    return List.of("", "~", "null").contains(scalar.text());
  }

  private ImportObject decrypted(ObjectDescription<?> description, ImportObject object)
      throws FileException {
    JsonObjectBuilder fields = Json.object(object.fields());
    for (FieldDescription field : SecretTexts.of(description)) {
      if (object.fields().get(field.name()) instanceof JsonString text
          && text.getString().startsWith(ConfigurationFile.ENCRYPTED)) {
        String place = Secret.place(object.kind(), object.name(), field.name());
        int line = object.line(field.name());
        fields.add(field.name(), secret(text.getString(), place, line));
      }
    }
    return new ImportObject(
        object.kind(), object.name(), fields.build(), object.line(), object.lines());
  }

  private String secret(String text, String place, int line) throws FileException {
    if (cipher == null) {
      throw new FileException("A secret is encrypted, but the file does not say how.", line);
    }
    return cipher
        .decrypt(text.substring(ConfigurationFile.ENCRYPTED.length()), place)
        .orElseThrow(
            () ->
                new FileException(
                    "A secret cannot be decrypted: the passphrase is another one, or the file was"
                        + " changed.",
                    line));
  }

  private static String shown(String text) {
    return text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text;
  }
}
