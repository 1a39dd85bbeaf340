/** Asks neighbours whether they live while no call goes to them. */
@NullMarked
package org.comuta.sip.callcontrol.keepalive;

import org.jspecify.annotations.NullMarked;
