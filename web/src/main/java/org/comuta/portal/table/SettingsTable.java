package org.comuta.portal.table;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import org.comuta.configuration.StoredObject;
import org.comuta.description.ObjectDescription;
import org.comuta.identity.Right;
import org.comuta.identity.SettingBean;
import org.comuta.listing.Selection;
import org.jspecify.annotations.Nullable;

/** Settings of one kind, such as directories, by name: a column for each field. */
final class SettingsTable extends DescribedTable {
  private final ObjectDescription<?> description;
  private final SettingBean settings;

  SettingsTable(ObjectDescription<?> description, SettingBean settings) {
    super(description);
    this.description = description;
    this.settings = settings;
  }

  @Override
  public Right needed() {
    return Right.SEE_ADMINISTRATION;
  }

  @Override
  public Found<StoredObject> find(Selection selection, int offset, int limit) {
    List<StoredObject> found =
        selection.of(
            settings.list(description.kind()),
            (object, field) -> plain(object.body().getOrDefault(field, JsonValue.NULL)));
    return Found.part(found, offset, limit);
  }

  private static @Nullable Object plain(JsonValue value) {
    return switch (value) {
      case JsonNumber number -> number.bigDecimalValue();
      case JsonString text -> text.getString();
      case JsonArray list -> list.stream().map(SettingsTable::plain).toList();
      default ->
          switch (value.getValueType()) {
            case TRUE -> true;
            case FALSE -> false;
            case ARRAY, OBJECT, STRING, NUMBER, NULL -> null;
          };
    };
  }
}
