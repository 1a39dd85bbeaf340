package org.comuta.configuration;

/** An object that names another in one of its fields. */
public record ObjectUser(String kind, String name, String field) {}
