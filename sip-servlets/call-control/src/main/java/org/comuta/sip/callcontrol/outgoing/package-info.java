/** From a call to a destination that answers. */
@NullMarked
package org.comuta.sip.callcontrol.outgoing;

import org.jspecify.annotations.NullMarked;
