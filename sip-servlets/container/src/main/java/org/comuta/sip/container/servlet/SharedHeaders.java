package org.comuta.sip.container.servlet;

import java.text.ParseException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sip.header.Header;
import javax.sip.header.ServerHeader;
import javax.sip.header.UserAgentHeader;
import org.jspecify.annotations.Nullable;
import org.mobicents.servlet.sip.message.SipFactoryImpl;

/**
 * Headers that name a product: the same few in every message, so they are parsed once and shared.
 * Nobody changes one. Any thread.
 */
final class SharedHeaders {
  /** More values than this are not shared: who makes up ever new ones must not fill the memory. */
  private static final int MOST = 16;

  private final Map<String, Header> servers = new ConcurrentHashMap<>();
  private final Map<String, Header> userAgents = new ConcurrentHashMap<>();

  /** The header of this name and value; null when it is not one that is shared. */
  @Nullable Header find(String name, String value) {
    return switch (name) {
      case ServerHeader.NAME -> find(servers, name, value);
      case UserAgentHeader.NAME -> find(userAgents, name, value);
      default -> null;
    };
  }

  private static @Nullable Header find(Map<String, Header> known, String name, String value) {
    Header header = known.get(value);
    if (header == null && known.size() < MOST) {
      try {
        header = SipFactoryImpl.headerFactory.createHeader(name, value);
      } catch (ParseException e) {
        return null;
      }
      known.put(value, header);
    }
    return header;
  }
}
