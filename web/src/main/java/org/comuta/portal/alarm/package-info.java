/** Alarms in the portal: their page, the bell in the header, and the card of the home page. */
package org.comuta.portal.alarm;
