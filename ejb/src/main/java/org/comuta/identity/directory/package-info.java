/**
 * Directories (LDAP, Active Directory) that know users: what is said of one, and how one is asked.
 * Plain Java; blocks, so never to be called on a lane of a call or a thread of media.
 */
package org.comuta.identity.directory;
