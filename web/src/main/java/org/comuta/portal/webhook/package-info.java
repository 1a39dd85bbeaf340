/** The list of webhooks in the portal. */
package org.comuta.portal.webhook;
