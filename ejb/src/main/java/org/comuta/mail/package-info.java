/**
 * Events told by mail: kept in the database until a mail server has taken them, gathered into one
 * mail when there are many, and given up in the end.
 */
package org.comuta.mail;
