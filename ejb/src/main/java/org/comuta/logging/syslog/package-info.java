/** Syslog: messages of RFC 5424 over UDP (RFC 5426), TCP (RFC 6587) and TLS (RFC 5425). */
package org.comuta.logging.syslog;
