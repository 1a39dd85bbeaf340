package org.comuta.configuration;

import jakarta.json.JsonObject;

/**
 * A configuration object as saved.
 *
 * @param revision the revision that changed it last; serves as its entity tag
 * @param body all its fields
 */
public record StoredObject(String kind, String name, long revision, JsonObject body) {}
