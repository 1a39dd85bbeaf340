package org.comuta.survival;

import java.util.ArrayList;
import java.util.List;
import org.comuta.call.RelayedMedia;
import org.comuta.call.RelayedMedia.LegTerms;
import org.comuta.media.PortRange;
import org.comuta.octets.MalformedOctetsException;
import org.comuta.octets.OctetReader;
import org.comuta.octets.OctetWriter;

/**
 * The media of a call, written and read; a section of its own, with a version of its own: 2.
 * Version 1 knew no range of ports, and is read for the calls of a server that was upgraded under
 * them.
 */
final class RelayedMediaEncoding {
  private static final int VERSION = 2;
  private static final int VERSION_WITHOUT_PORTS = 1;
  private static final int MOST = 1000;

  private RelayedMediaEncoding() {}

  static void write(OctetWriter out, RelayedMedia media) {
    out.octet(VERSION);
    terms(out, media.caller());
    terms(out, media.called());
    out.number(media.silenceSeconds()).number(media.ports().size());
    media.ports().forEach(out::number);
  }

  private static void terms(OctetWriter out, LegTerms terms) {
    out.text(terms.localAddress())
        .number(terms.ports().first())
        .number(terms.ports().last())
        .octet(terms.dscp())
        .octet(terms.strict() ? 1 : 0)
        .number(terms.trusted().size());
    terms.trusted().forEach(out::text);
    String said = terms.said();
    out.octet(said == null ? 0 : 1);
    if (said != null) {
      out.wholeText(said);
    }
  }

  static RelayedMedia read(OctetReader in) throws MalformedOctetsException {
    int version = in.octet();
    if (version != VERSION && version != VERSION_WITHOUT_PORTS) {
      throw new MalformedOctetsException("version of media " + version);
    }
    LegTerms caller = terms(in, version);
    LegTerms called = terms(in, version);
    int silenceSeconds = in.number(0, Integer.MAX_VALUE);
    int count = in.number(0, MOST);
    List<Integer> ports = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ports.add(in.number(0, 65_535));
    }
    return new RelayedMedia(caller, called, silenceSeconds, ports);
  }

  private static LegTerms terms(OctetReader in, int version) throws MalformedOctetsException {
    String localAddress = in.text();
    PortRange ports = version == VERSION_WITHOUT_PORTS ? PortRange.ENGINE : ports(in);
    int dscp = in.octet();
    boolean strict = in.flag();
    int count = in.number(0, MOST);
    List<String> trusted = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      trusted.add(in.text());
    }
    String said = in.flag() ? in.wholeText() : null;
    return new LegTerms(localAddress, ports, dscp, strict, trusted, said);
  }

  private static PortRange ports(OctetReader in) throws MalformedOctetsException {
    int first = in.number(0, 65_535);
    int last = in.number(0, 65_535);
    try {
      return new PortRange(first, last);
    } catch (IllegalArgumentException e) {
      throw new MalformedOctetsException(String.valueOf(e.getMessage()));
    }
  }
}
