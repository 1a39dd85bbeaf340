/** Calls for help, and how they are known. */
@NullMarked
package org.comuta.emergency;

import org.jspecify.annotations.NullMarked;
