/** JAIN-SIP set up for lanes, by its own open points and by overriding where it has none. */
@NullMarked
package org.comuta.sip.container.stack;

import org.jspecify.annotations.NullMarked;
