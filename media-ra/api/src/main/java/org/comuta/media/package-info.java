/**
 * What call control asks of a media engine, whichever engine it is and wherever it runs. Plain
 * Java; the resource adapter and the engine stand behind it.
 */
@NullMarked
package org.comuta.media;

import org.jspecify.annotations.NullMarked;
