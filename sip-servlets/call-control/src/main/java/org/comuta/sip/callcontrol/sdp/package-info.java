/** What of the bodies passes from one side to the other. */
@NullMarked
package org.comuta.sip.callcontrol.sdp;

import org.jspecify.annotations.NullMarked;
