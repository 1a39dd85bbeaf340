/** The clock of the host: whether something keeps it right. */
@NullMarked
package org.comuta.clock;

import org.jspecify.annotations.NullMarked;
