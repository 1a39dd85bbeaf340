package org.comuta.configuration;

/**
 * Answer to a change.
 *
 * @param revision the revision it made; the latest one when nothing changed
 * @param object the object as it is now; as it was when it was deleted
 */
public record Saved(Change change, long revision, StoredObject object) {}
