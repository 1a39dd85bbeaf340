/** Sources of SIP that misbehave, and how they are kept out. */
@NullMarked
package org.comuta.intrusion;

import org.jspecify.annotations.NullMarked;
