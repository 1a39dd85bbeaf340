/**
 * Keeps secrets that have to be read again, such as passwords of other systems: encrypted, under a
 * key that is not where they are.
 */
package org.comuta.secret;
