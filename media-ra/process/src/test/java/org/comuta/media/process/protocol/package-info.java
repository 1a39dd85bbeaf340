@NullMarked
package org.comuta.media.process.protocol;

import org.jspecify.annotations.NullMarked;
