/**
 * Events sent to others by HTTP: kept in the database until they are taken, sent again when they
 * are not, and given up in the end. What is signed and how is that of Standard Webhooks.
 */
package org.comuta.webhook;
