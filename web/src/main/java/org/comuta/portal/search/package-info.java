/** The search of the portal: what was found, in people's words and with the way there. */
package org.comuta.portal.search;
