/** From an INVITE to a call, or to a refusal. */
@NullMarked
package org.comuta.sip.callcontrol.incoming;

import org.jspecify.annotations.NullMarked;
