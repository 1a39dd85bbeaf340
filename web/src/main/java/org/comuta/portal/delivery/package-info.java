/** What is on its way to webhooks and by mail in the portal, and what was given up. */
package org.comuta.portal.delivery;
