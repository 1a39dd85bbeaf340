package org.comuta.sip.container.servlet;

import gov.nist.javax.sip.SipProviderImpl;
import gov.nist.javax.sip.header.Contact;
import gov.nist.javax.sip.header.ContactList;
import gov.nist.javax.sip.header.RecordRoute;
import gov.nist.javax.sip.header.RecordRouteList;
import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.message.SIPResponse;
import gov.nist.javax.sip.stack.SIPDialog;
import jakarta.servlet.ServletException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import javax.servlet.sip.SipServletResponse;
import javax.servlet.sip.SipSession;
import javax.sip.header.RouteHeader;
import org.comuta.sip.container.DialogRecord;
import org.comuta.sip.container.Dialogs;
import org.comuta.sip.container.stack.RemadeDialog;
import org.jspecify.annotations.Nullable;
import org.mobicents.servlet.sip.core.session.MobicentsSipApplicationSession;
import org.mobicents.servlet.sip.core.session.MobicentsSipSession;
import org.mobicents.servlet.sip.core.session.SessionManagerUtil;
import org.mobicents.servlet.sip.core.session.SipSessionKey;
import org.mobicents.servlet.sip.message.SipFactoryImpl;
import org.mobicents.servlet.sip.message.SipServletMessageImpl;

/** Reads dialogs out of Restcomm's sessions and JAIN-SIP's dialogs, and makes both again. */
final class ToldDialogs implements Dialogs {

  private final ApplicationContext application;
  private final LaneDispatcher dispatcher;
  private final SessionManager sessions;

  ToldDialogs(ApplicationContext application, LaneDispatcher dispatcher, SessionManager sessions) {
    this.application = application;
    this.dispatcher = dispatcher;
    this.sessions = sessions;
  }

  @Override
  public DialogRecord of(SipSession session) {
    MobicentsSipSession known = (MobicentsSipSession) session;
    if (!(known.getSessionCreatingDialog() instanceof SIPDialog dialog)
        || dialog.getRemoteTarget() == null) {
      throw new IllegalStateException("no confirmed dialog: " + session.getId());
    }
    SipSessionKey key = (SipSessionKey) known.getKey();
    return new DialogRecord(
        !key.getFromTag().equals(dialog.getLocalTag()),
        key.getApplicationSessionId(),
        key.getCallId(),
        dialog.getLocalTag(),
        dialog.getRemoteTag(),
        dialog.getLocalParty().toString(),
        dialog.getRemoteParty().toString(),
        dialog.getRemoteTarget().toString(),
        routes(dialog),
        dialog.getLocalSeqNumber(),
        Math.max(known.getCseq(), dialog.getRemoteSeqNumber()),
        transport(known, dialog),
        Outbound.of(known));
  }

  private static List<String> routes(SIPDialog dialog) {
    Iterator<?> routes = dialog.getRouteSet();
    if (!routes.hasNext()) {
      return List.of();
    }
    List<String> texts = new ArrayList<>();
    while (routes.hasNext()) {
      texts.add(((RouteHeader) routes.next()).getAddress().toString());
    }
    return texts;
  }

  private static String transport(MobicentsSipSession session, SIPDialog dialog) {
    String transport = session.getTransport();
    return lowerCase(
        transport == null ? dialog.getLastResponseTopMostVia().getTransport() : transport);
  }

  private static String lowerCase(String transport) {
    return switch (transport) {
      case "UDP", "udp" -> "udp";
      case "TCP", "tcp" -> "tcp";
      case "TLS", "tls" -> "tls";
      default -> transport.toLowerCase(Locale.ROOT);
    };
  }

  @Override
  public DialogRecord madeBy(SipServletResponse answer) {
    SIPResponse response = (SIPResponse) ((SipServletMessageImpl) answer).getMessage();
    SIPRequest invite = (SIPRequest) ((SipServletMessageImpl) answer.getRequest()).getMessage();
    MobicentsSipSession session = (MobicentsSipSession) answer.getSession();
    SipSessionKey key = (SipSessionKey) session.getKey();
    ContactList contacts = invite.getContactHeaders();
    @Nullable Contact contact = contacts == null ? null : (Contact) contacts.getFirst();
    if (contact == null || response.getToTag() == null) {
      throw new IllegalStateException("an INVITE without Contact makes no dialog");
    }
    long local =
        session.getSessionCreatingDialog() instanceof SIPDialog dialog
            ? dialog.getLocalSeqNumber()
            : 0;
    return new DialogRecord(
        true,
        key.getApplicationSessionId(),
        key.getCallId(),
        response.getToTag(),
        invite.getFromTag(),
        response.getTo().getAddress().toString(),
        invite.getFrom().getAddress().toString(),
        contact.getAddress().toString(),
        routes(invite.getRecordRouteHeaders()),
        local,
        Math.max(session.getCseq(), invite.getCSeq().getSeqNumber()),
        lowerCase(invite.getTopmostVia().getTransport()),
        Outbound.of(session));
  }

  /** For who was called: in the order they stand (RFC 3261 section 12.1.1). */
  private static List<String> routes(@Nullable RecordRouteList recorded) {
    if (recorded == null) {
      return List.of();
    }
    List<String> texts = new ArrayList<>(recorded.size());
    for (RecordRoute route : recorded) {
      texts.add(route.getAddress().toString());
    }
    return texts;
  }

  @Override
  public SipSession remake(DialogRecord record) {
    SIPDialog dialog = RemadeDialog.of(record, provider(record));
    MobicentsSipSession session = session(record);
    if (session == null) {
      dialog.delete();
      throw new IllegalArgumentException("no session for " + record.callId());
    }
    try {
      session.setHandler(application.getMainServlet());
    } catch (ServletException e) {
      throw new IllegalStateException(e);
    }
    session.setSessionCreatingDialog(dialog);
    session.setState(SipSession.State.CONFIRMED);
    session.setCseq(record.remoteSequence());
    session.setTransport(record.transport());
    if (!record.outbound().isEmpty()) {
      Outbound.choose(session, record.outbound());
    }
    if (record.begunByPeer()) {
      session.setAckReceived(record.remoteSequence(), false);
    }
    return session.getFacade();
  }

  private @Nullable MobicentsSipSession session(DialogRecord record) {
    String name = application.getApplicationName();
    MobicentsSipApplicationSession all =
        sessions.getSipApplicationSession(
            SessionManagerUtil.getSipApplicationSessionKey(name, record.sessions(), null), true);
    if (all == null) {
      return null;
    }
    String fromTag = record.begunByPeer() ? record.remoteTag() : record.localTag();
    String toTag = record.begunByPeer() ? record.localTag() : record.remoteTag();
    return sessions.getSipSession(
        new SipSessionKey(fromTag, toTag, record.callId(), record.sessions(), name),
        true,
        (SipFactoryImpl) dispatcher.getSipFactory(),
        all);
  }

  private SipProviderImpl provider(DialogRecord record) {
    var ports = dispatcher.getSipNetworkInterfaceManager();
    var point =
        record.outbound().isEmpty()
            ? ports.findMatchingListeningPoint(record.transport().toLowerCase(Locale.ROOT), true)
            : ports.findMatchingListeningPoint(Outbound.parsed(record.outbound()), true);
    if (point == null) {
      throw new IllegalArgumentException(
          "no port is open: " + record.transport() + " " + record.outbound());
    }
    return (SipProviderImpl) point.getSipProvider();
  }
}
