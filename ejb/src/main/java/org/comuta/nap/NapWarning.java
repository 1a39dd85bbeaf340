package org.comuta.nap;

/** Something about a NAP that works, but perhaps not as meant. */
public record NapWarning(String nap, String field, String message) {}
