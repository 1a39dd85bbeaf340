/** Call control in its container, with SIPp on both sides. */
@NullMarked
package org.comuta.sip.callcontrol.scenario;

import org.jspecify.annotations.NullMarked;
