/** What deliveries to webhooks and by mail have in common. */
package org.comuta.delivery;
