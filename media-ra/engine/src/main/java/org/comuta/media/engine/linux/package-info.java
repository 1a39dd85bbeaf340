/** The few calls of Linux that the engine makes, by java.lang.foreign. */
@NullMarked
package org.comuta.media.engine.linux;

import org.jspecify.annotations.NullMarked;
