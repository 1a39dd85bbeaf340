package org.comuta.nap;

import org.comuta.description.Problem;

/** Something about a NAP, named, that works, but perhaps not as meant. */
public record NapWarning(String nap, Problem problem) {}
