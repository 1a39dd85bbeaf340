package org.comuta.configuration;

import org.comuta.description.Problem;

/** Something wrong with one object of the configuration. */
public record ObjectProblem(String kind, String name, Problem problem) {}
