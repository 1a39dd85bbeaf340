/**
 * The media engine: a plain library that holds ports for calls and passes their packets. {@link
 * org.comuta.media.engine.RelayEngine} is the way in.
 */
@NullMarked
package org.comuta.media.engine;

import org.jspecify.annotations.NullMarked;
