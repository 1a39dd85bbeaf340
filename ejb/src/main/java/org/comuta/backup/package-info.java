/** Backups of everything: making them, restoring them, and making them by a schedule. */
package org.comuta.backup;
