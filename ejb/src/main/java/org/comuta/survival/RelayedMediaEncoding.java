package org.comuta.survival;

import java.util.ArrayList;
import java.util.List;
import org.comuta.call.RelayedMedia;
import org.comuta.call.RelayedMedia.LegTerms;
import org.comuta.octets.MalformedOctetsException;
import org.comuta.octets.OctetReader;
import org.comuta.octets.OctetWriter;

/** The media of a call, written and read; a section of its own, with a version of its own. */
final class RelayedMediaEncoding {
  private static final int VERSION = 1;
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
    if (version != VERSION) {
      throw new MalformedOctetsException("version of media " + version);
    }
    LegTerms caller = terms(in);
    LegTerms called = terms(in);
    int silenceSeconds = in.number(0, Integer.MAX_VALUE);
    int count = in.number(0, MOST);
    List<Integer> ports = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ports.add(in.number(0, 65_535));
    }
    return new RelayedMedia(caller, called, silenceSeconds, ports);
  }

  private static LegTerms terms(OctetReader in) throws MalformedOctetsException {
    String localAddress = in.text();
    int dscp = in.octet();
    boolean strict = in.flag();
    int count = in.number(0, MOST);
    List<String> trusted = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      trusted.add(in.text());
    }
    return new LegTerms(localAddress, dscp, strict, trusted, in.flag() ? in.wholeText() : null);
  }
}
