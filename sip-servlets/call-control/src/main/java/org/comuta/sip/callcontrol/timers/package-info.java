/** What ends calls nobody ends. */
@NullMarked
package org.comuta.sip.callcontrol.timers;

import org.jspecify.annotations.NullMarked;
