/** What of the headers passes from one side to the other. */
@NullMarked
package org.comuta.sip.callcontrol.headers;

import org.jspecify.annotations.NullMarked;
