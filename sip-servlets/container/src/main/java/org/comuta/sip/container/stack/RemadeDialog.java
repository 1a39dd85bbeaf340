package org.comuta.sip.container.stack;

import gov.nist.javax.sip.ListeningPointExt;
import gov.nist.javax.sip.SipProviderImpl;
import gov.nist.javax.sip.address.AddressImpl;
import gov.nist.javax.sip.header.CSeq;
import gov.nist.javax.sip.header.CallID;
import gov.nist.javax.sip.header.Contact;
import gov.nist.javax.sip.header.From;
import gov.nist.javax.sip.header.Route;
import gov.nist.javax.sip.header.RouteList;
import gov.nist.javax.sip.header.To;
import gov.nist.javax.sip.header.Via;
import gov.nist.javax.sip.message.SIPResponse;
import gov.nist.javax.sip.parser.AddressParser;
import gov.nist.javax.sip.stack.SIPDialog;
import java.text.ParseException;
import javax.sip.InvalidArgumentException;
import javax.sip.SipException;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.comuta.sip.container.DialogRecord;

/**
 * A confirmed dialog of an earlier process. JAIN-SIP makes dialogs of transactions only, so it is
 * shown the 2xx that a client of such a dialog would have received, and then told the rest.
 */
public final class RemadeDialog extends SIPDialog {

  private static final long serialVersionUID = 1L;

  /** No branch is ever so. */
  private static final String NO_TRANSACTION = "none";

  private RemadeDialog(SipProviderImpl provider, SIPResponse answer, DialogRecord record)
      throws ParseException {
    super(provider, answer);
    // Only now does the dialog know its method, without which an answer confirms nothing.
    setLastResponse(null, answer);
    ListeningPointExt point = (ListeningPointExt) provider.getListeningPoints()[0];
    serverTransactionFlag = record.begunByPeer();
    firstTransactionSeen = true;
    firstTransactionIsServerTransaction = record.begunByPeer();
    firstTransactionMethod = Request.INVITE;
    firstTransactionId = NO_TRANSACTION;
    firstTransactionPort = point.getPort();
    localSequenceNumber = record.localSequence();
    originalLocalSequenceNumber = record.localSequence();
    remoteSequenceNumber = record.remoteSequence();
    isAcknowledged = true;
    routeList = routes(record);
    disableSequenceNumberValidation();
    addEventListener(provider);
  }

  /**
   * Makes the dialog and gives it to the stack.
   *
   * @throws IllegalArgumentException when the record cannot be read as a dialog
   */
  public static RemadeDialog of(DialogRecord record, SipProviderImpl provider) {
    try {
      return new RemadeDialog(provider, answer(record, provider), record);
    } catch (ParseException | InvalidArgumentException e) {
      throw new IllegalArgumentException("no dialog: " + e.getMessage(), e);
    }
  }

  private static SIPResponse answer(DialogRecord record, SipProviderImpl provider)
      throws ParseException, InvalidArgumentException {
    ListeningPointExt point = (ListeningPointExt) provider.getListeningPoints()[0];
    SIPResponse answer = new SIPResponse();
    answer.setStatusCode(Response.OK);
    Via via = (Via) point.createViaHeader();
    answer.addHeader(via);
    From from = new From();
    from.setAddress(address(record.localParty()));
    from.setTag(record.localTag());
    answer.setFrom(from);
    To to = new To();
    to.setAddress(address(record.remoteParty()));
    to.setTag(record.remoteTag());
    answer.setTo(to);
    answer.setCallId(new CallID(record.callId()));
    long sequence = record.begunByPeer() ? record.remoteSequence() : record.localSequence();
    answer.setCSeq(new CSeq(Math.max(1, sequence), Request.INVITE));
    Contact contact = new Contact();
    contact.setAddress(address(record.remoteTarget()));
    answer.addHeader(contact);
    return answer;
  }

  private static AddressImpl address(String text) throws ParseException {
    return new AddressParser(text).address(true);
  }

  private static RouteList routes(DialogRecord record) throws ParseException {
    RouteList routes = new RouteList();
    for (String text : record.routes()) {
      routes.add(new Route(address(text)));
    }
    return routes;
  }

  /** As {@link LaneDialog} does. */
  @Override
  public synchronized void doDeferredDeleteIfNoAckSent(long sequence) {
    if (!isAckSent(sequence)) {
      super.doDeferredDeleteIfNoAckSent(sequence);
    }
  }

  /**
   * A 2xx to an INVITE that nobody here has sent: the earlier process died before its ACK arrived.
   */
  public void acknowledge(SIPResponse answer) throws SipException, InvalidArgumentException {
    sendAck(createAck(answer.getCSeq().getSeqNumber()));
  }
}
