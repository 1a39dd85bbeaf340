/** Events on the JMS topics of the server. */
package org.comuta.messaging;
