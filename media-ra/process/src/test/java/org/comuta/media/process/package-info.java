@NullMarked
package org.comuta.media.process;

import org.jspecify.annotations.NullMarked;
