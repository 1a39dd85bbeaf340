/** Our own UDP and TCP under JAIN-SIP: every message goes to the lane of its call. */
@NullMarked
package org.comuta.sip.container.transport;

import org.jspecify.annotations.NullMarked;
