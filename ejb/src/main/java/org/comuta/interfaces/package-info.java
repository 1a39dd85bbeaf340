/** The interfaces of the host that the exchange uses, each with a name of its own. */
@NullMarked
package org.comuta.interfaces;

import org.jspecify.annotations.NullMarked;
