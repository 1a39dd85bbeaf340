/**
 * What call control sees of the SIP container beside JSR 289: lanes, start, stop and status. No
 * type of Restcomm or JAIN-SIP appears here.
 */
@NullMarked
package org.comuta.sip.container;

import org.jspecify.annotations.NullMarked;
