/** Addresses, and whose packets are taken. */
@NullMarked
package org.comuta.media.engine.source;

import org.jspecify.annotations.NullMarked;
