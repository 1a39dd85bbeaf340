package org.comuta.sip.container;

import javax.servlet.sip.SipServletResponse;
import javax.servlet.sip.SipSession;

/** Dialogs told to be kept elsewhere, and made again from what was told. */
public interface Dialogs {

  /**
   * The dialog of this session, which is confirmed. On its lane.
   *
   * @throws IllegalStateException when it has no such dialog
   */
  DialogRecord of(SipSession session);

  /**
   * The dialog that this 2xx to an INVITE, not yet sent, is going to make. On its lane.
   *
   * @throws IllegalStateException when the INVITE does not say enough
   */
  DialogRecord madeBy(SipServletResponse answer);

  /**
   * Makes a dialog of an earlier process again, with its session, which the main servlet serves. On
   * the lane of the call it belongs to, before the first message.
   *
   * @throws IllegalArgumentException when it cannot be made of this; nothing is left then
   */
  SipSession remake(DialogRecord dialog);
}
