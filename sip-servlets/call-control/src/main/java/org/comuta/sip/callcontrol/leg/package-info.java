/** A call and its two dialogs, each with its states. */
@NullMarked
package org.comuta.sip.callcontrol.leg;

import org.jspecify.annotations.NullMarked;
