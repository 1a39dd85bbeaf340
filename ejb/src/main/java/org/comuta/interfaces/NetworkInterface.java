package org.comuta.interfaces;

import java.util.List;
import org.comuta.description.Described;
import org.comuta.description.Field;
import org.comuta.description.OnlyWhen;
import org.comuta.description.Section;
import org.comuta.description.Syntax;
import org.comuta.network.SipTransport;

/**
 * An address of this host, by a name: where it listens, which ports media take there, and what may
 * be reached. Immutable.
 *
 * @param udpPort where SIP over UDP listens; 0 for nowhere
 * @param tcpPort where SIP over TCP listens; 0 for nowhere
 * @param tlsCertificate name of the certificate of ours that is shown over TLS; empty for no TLS
 * @param tlsPort where SIP over TLS listens, with a certificate; 0 for nowhere
 * @param tlsVerification whose certificates are verified over TLS
 * @param services what may be reached there; whatever is not named is turned away
 * @param mediaPortFirst first port of media, even; 0 for the range of the media engine
 * @param mediaPortLast last port of media, odd; 0 with {@code mediaPortFirst} only
 */
@Described(kind = "interface", path = "interfaces")
public record NetworkInterface(
    @Field(required = true, syntax = Syntax.NAME) String name,
    @Field(defaultValue = "true") boolean enabled,
    @Field String description,
    @Field(required = true, syntax = Syntax.ADDRESS, address = true, section = Section.ADDRESS)
        String address,
    @Field(defaultValue = "SIP,MEDIA", section = Section.ADDRESS) List<InterfaceService> services,
    @Field(
            defaultValue = "5060",
            min = 0,
            max = 65535,
            section = Section.ADDRESS,
            onlyWhen = @OnlyWhen(field = "services", is = "SIP"))
        int udpPort,
    @Field(
            defaultValue = "5060",
            min = 0,
            max = 65535,
            section = Section.ADDRESS,
            onlyWhen = @OnlyWhen(field = "services", is = "SIP"))
        int tcpPort,
    @Field(
            references = "certificate",
            syntax = Syntax.NAME,
            section = Section.ADDRESS,
            onlyWhen = @OnlyWhen(field = "services", is = "SIP"))
        String tlsCertificate,
    @Field(
            defaultValue = "5061",
            min = 0,
            max = 65535,
            section = Section.ADDRESS,
            onlyWhen = @OnlyWhen(field = "tlsCertificate"))
        int tlsPort,
    @Field(
            defaultValue = "SERVER",
            section = Section.ADDRESS,
            onlyWhen = @OnlyWhen(field = "tlsCertificate"))
        TlsVerification tlsVerification,
    @Field(
            defaultValue = "0",
            min = 0,
            max = 65534,
            section = Section.MEDIA,
            onlyWhen = @OnlyWhen(field = "services", is = "MEDIA"))
        int mediaPortFirst,
    @Field(
            defaultValue = "0",
            min = 0,
            max = 65535,
            section = Section.MEDIA,
            onlyWhen = @OnlyWhen(field = "services", is = "MEDIA"))
        int mediaPortLast) {

  public NetworkInterface {
    services = List.copyOf(services);
  }

  /** Whether this may be reached there, or goes out through it. */
  public boolean serves(InterfaceService service) {
    return enabled && services.contains(service);
  }

  /** Where SIP listens over this transport; 0 for nowhere. */
  public int sipPort(SipTransport transport) {
    if (!serves(InterfaceService.SIP)) {
      return 0;
    }
    return switch (transport) {
      case UDP -> udpPort;
      case TCP -> tcpPort;
      case TLS -> tlsCertificate.isEmpty() ? 0 : tlsPort;
    };
  }
}
