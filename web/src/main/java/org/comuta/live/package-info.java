/** What pages show of the running exchange, computed once a second for all who look. */
package org.comuta.live;
