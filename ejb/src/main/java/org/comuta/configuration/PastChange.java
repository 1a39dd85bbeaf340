package org.comuta.configuration;

/** What one save did to one object. */
public record PastChange(Revision revision, ObjectDiff difference) {}
