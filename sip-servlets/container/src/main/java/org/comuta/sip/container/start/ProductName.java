package org.comuta.sip.container.start;

import gov.nist.javax.sip.message.MessageFactoryExt;
import java.text.ParseException;
import java.util.List;
import org.mobicents.servlet.sip.message.SipFactoryImpl;

/** What our messages say of us (RFC 3261 20.35, 20.41): the name, and no version. */
final class ProductName {

  private static final List<String> NAME = List.of("Comuta");

  private ProductName() {}

  static void announce() {
    MessageFactoryExt messages = (MessageFactoryExt) SipFactoryImpl.messageFactory;
    try {
      messages.setDefaultServerHeader(SipFactoryImpl.headerFactory.createServerHeader(NAME));
      messages.setDefaultUserAgentHeader(SipFactoryImpl.headerFactory.createUserAgentHeader(NAME));
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }
}
