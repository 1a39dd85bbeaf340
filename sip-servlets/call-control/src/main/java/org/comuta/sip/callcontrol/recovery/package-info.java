/** What becomes of calls when the engine that relays their media goes away, and comes back. */
@NullMarked
package org.comuta.sip.callcontrol.recovery;

import org.jspecify.annotations.NullMarked;
