/**
 * Access lists: who is let in to the portal, the API, SSH and metrics, whatever they know. Asked
 * before sign-in. Operational: a change counts at once, but is taken back unless it is confirmed.
 */
package org.comuta.access;
