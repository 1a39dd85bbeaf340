/**
 * Logs: levels by component, traces that end by themselves, files with their retention, and syslog.
 * Operational settings, which count at once.
 */
package org.comuta.logging;
