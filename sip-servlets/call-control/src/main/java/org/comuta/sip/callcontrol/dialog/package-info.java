/** Requests within the dialogs of a call. */
@NullMarked
package org.comuta.sip.callcontrol.dialog;

import org.jspecify.annotations.NullMarked;
