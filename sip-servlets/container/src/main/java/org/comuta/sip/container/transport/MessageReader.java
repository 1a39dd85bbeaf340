package org.comuta.sip.container.transport;

import gov.nist.javax.sip.header.CSeq;
import gov.nist.javax.sip.header.CallID;
import gov.nist.javax.sip.header.ContentLength;
import gov.nist.javax.sip.header.MaxForwards;
import gov.nist.javax.sip.header.SIPHeader;
import gov.nist.javax.sip.message.SIPMessage;
import gov.nist.javax.sip.parser.ContactParser;
import gov.nist.javax.sip.parser.FromParser;
import gov.nist.javax.sip.parser.ParseExceptionListener;
import gov.nist.javax.sip.parser.StringMsgParser;
import gov.nist.javax.sip.parser.ToParser;
import gov.nist.javax.sip.parser.ViaParser;
import java.text.ParseException;
import javax.sip.InvalidArgumentException;
import org.jspecify.annotations.Nullable;

/**
 * JAIN-SIP's parser with a short way for the headers that every message has, as nearly everybody
 * writes them. Whatever looks unusual goes JAIN-SIP's way, so both understand the same.
 */
final class MessageReader extends StringMsgParser {
  private static final int MOST_DIGITS = 9;

  @Override
  protected void processHeader(
      String header, SIPMessage message, ParseExceptionListener problems, byte[] octets)
      throws ParseException {
    SIPHeader read = null;
    try {
      read = readQuickly(header);
    } catch (ParseException | InvalidArgumentException | IllegalArgumentException e) {
      // The long way tells what is wrong with it.
    }
    if (read == null) {
      super.processHeader(header, message, problems, octets);
    } else {
      message.attachHeader(read, false);
    }
  }

  private static @Nullable SIPHeader readQuickly(String header)
      throws ParseException, InvalidArgumentException {
    return switch (header.charAt(0)) {
      case 'V' -> header.startsWith("Via: ") ? new ViaParser(header + '\n').parse() : null;
      case 'F' -> header.startsWith("From: ") ? new FromParser(header + '\n').parse() : null;
      case 'T' -> header.startsWith("To: ") ? new ToParser(header + '\n').parse() : null;
      case 'M' -> maxForwards(header);
      case 'C' -> beginningWithC(header);
      default -> null;
    };
  }

  private static @Nullable SIPHeader beginningWithC(String header)
      throws ParseException, InvalidArgumentException {
    if (header.startsWith("Call-ID: ")) {
      String callId = header.substring(9).trim();
      return callId.isEmpty() ? null : new CallID(callId);
    }
    if (header.startsWith("CSeq: ")) {
      return sequence(header);
    }
    if (header.startsWith("Contact: ")) {
      return new ContactParser(header + '\n').parse();
    }
    if (header.startsWith("Content-Length: ")) {
      int length = number(header, 16, header.length());
      return length < 0 ? null : new ContentLength(length);
    }
    return null;
  }

  private static @Nullable SIPHeader maxForwards(String header) throws InvalidArgumentException {
    if (!header.startsWith("Max-Forwards: ")) {
      return null;
    }
    int hops = number(header, 14, header.length());
    return hops < 0 ? null : new MaxForwards(hops);
  }

  private static @Nullable SIPHeader sequence(String header)
      throws ParseException, InvalidArgumentException {
    int space = header.indexOf(' ', 6);
    int sequence = space < 0 ? -1 : number(header, 6, space);
    if (sequence < 0) {
      return null;
    }
    for (int i = space + 1; i < header.length(); i++) {
      if (header.charAt(i) < 'A' || header.charAt(i) > 'Z') {
        return null;
      }
    }
    return header.length() == space + 1 ? null : new CSeq(sequence, header.substring(space + 1));
  }

  /** The digits from here to there; -1 when there is anything else, none, or too many. */
  private static int number(String text, int from, int to) {
    if (from >= to || to - from > MOST_DIGITS) {
      return -1;
    }
    int number = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }
}
