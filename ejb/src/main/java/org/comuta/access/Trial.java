package org.comuta.access;

import java.time.Instant;

/**
 * Rules in effect that are taken back unless somebody confirms them. Immutable.
 *
 * @param until when they are taken back
 * @param user who wants them
 * @param address from where
 */
public record Trial(AccessRules rules, Instant until, String user, String address) {}
