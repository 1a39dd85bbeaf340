/** Going on with answered calls after a restart. */
@NullMarked
package org.comuta.sip.callcontrol.resume;

import org.jspecify.annotations.NullMarked;
