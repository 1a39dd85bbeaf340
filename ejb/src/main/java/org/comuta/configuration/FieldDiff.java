package org.comuta.configuration;

import jakarta.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * One field that differs.
 *
 * @param before null when the object did not exist
 * @param after null when the object does not exist any more
 */
public record FieldDiff(String field, @Nullable JsonValue before, @Nullable JsonValue after) {}
