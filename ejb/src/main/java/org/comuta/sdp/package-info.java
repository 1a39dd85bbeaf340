/**
 * Session descriptions (RFC 8866), offers and answers (RFC 3264): read strictly within bounds,
 * understood, and written anew. Plain Java; nothing here knows of SIP or of an engine.
 */
@NullMarked
package org.comuta.sdp;

import org.jspecify.annotations.NullMarked;
