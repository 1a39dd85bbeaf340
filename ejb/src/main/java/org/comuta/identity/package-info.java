/**
 * Who may use the exchange: users, passwords, tokens, lock-out, and the log of what they did. What
 * is kept here is operational: a change counts at once, without apply.
 */
package org.comuta.identity;
