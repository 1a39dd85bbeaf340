/**
 * Call control over SIP: a back-to-back user agent. One package a stage of the call: {@code
 * incoming} takes an INVITE, {@code outgoing} finds a destination for it, {@code dialog} serves the
 * requests of the call that came of it, {@code leg} holds the call and its two dialogs.
 */
@NullMarked
package org.comuta.sip.callcontrol;

import org.jspecify.annotations.NullMarked;
