@NullMarked
package org.comuta.media.ra;

import org.jspecify.annotations.NullMarked;
