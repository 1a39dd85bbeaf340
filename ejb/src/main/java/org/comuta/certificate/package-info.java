/**
 * Certificates of ours, their private keys sealed, and authorities that are trusted. Operational: a
 * change counts at once, also for the portal itself.
 */
package org.comuta.certificate;
