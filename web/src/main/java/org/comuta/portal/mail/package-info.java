/** Pages of mail servers and of notifications by mail. */
package org.comuta.portal.mail;
