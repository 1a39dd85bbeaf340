/** What client and engine process say to each other; docs/media-protocol.md describes it. */
@NullMarked
package org.comuta.media.process.protocol;

import org.jspecify.annotations.NullMarked;
