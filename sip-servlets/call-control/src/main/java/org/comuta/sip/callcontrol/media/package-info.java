/**
 * The media of a call: directly between its sides, or through the media engine. Knows descriptions
 * and the engine, no SIP messages.
 */
@NullMarked
package org.comuta.sip.callcontrol.media;

import org.jspecify.annotations.NullMarked;
