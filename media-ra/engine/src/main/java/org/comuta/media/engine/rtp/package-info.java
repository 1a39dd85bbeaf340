/** What is read from RTP and RTCP packets (RFC 3550), and what it says about a call's quality. */
@NullMarked
package org.comuta.media.engine.rtp;

import org.jspecify.annotations.NullMarked;
