/** The page of the access lists. */
package org.comuta.portal.access;
