/** Webhooks in the portal: the list of them, and what is on its way to them. */
package org.comuta.portal.webhook;
