/** Lanes and their timers: ordered queues on a few threads. */
@NullMarked
package org.comuta.sip.container.lane;

import org.jspecify.annotations.NullMarked;
