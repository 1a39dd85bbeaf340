/** The threads that own calls and pass their packets. */
@NullMarked
package org.comuta.media.engine.relay;

import org.jspecify.annotations.NullMarked;
