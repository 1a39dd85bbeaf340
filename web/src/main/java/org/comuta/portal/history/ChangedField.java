package org.comuta.portal.history;

/** One field that differs, as people read it. */
public record ChangedField(String label, String name, TextChange text) {}
