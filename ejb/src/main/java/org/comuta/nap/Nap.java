package org.comuta.nap;

import java.util.List;
import org.comuta.description.Described;
import org.comuta.description.Field;
import org.comuta.description.OnlyWhen;
import org.comuta.description.Section;
import org.comuta.description.Syntax;
import org.comuta.description.Unit;
import org.comuta.network.SipTransport;

/**
 * Network access point: a neighbour that calls come from and go to. Immutable.
 *
 * @param domain host name or address of the neighbour
 * @param port its SIP port; 0 finds it by DNS
 * @param sipInterface name of the interface at which its calls come in and go out; empty for where
 *     the server itself listens
 * @param proxies where to send instead of the domain, in order of preference
 * @param forceConfiguredProxy accept calls only from the addresses of {@code proxies}
 * @param acceptAnyAddress a call whose From names the domain is this NAP's, whatever its address
 * @param sourceByPacketAddress only the address of the packet identifies, never the From header
 * @param ignoreSourcePort the address alone identifies, whatever the port
 * @param calledNumberFromRequestUri take the called number from the Request-URI, else from To
 * @param assertedIdentityAsOrigin take the calling number from P-Asserted-Identity when present
 * @param fromOverride host and port of the From header towards this NAP; empty for our own
 * @param portInTo tell the port in the To header towards this NAP
 * @param maxCalls simultaneous calls, both directions; 0 for no limit
 * @param maxCallsPerSecond new calls, both directions; 0 for no limit
 * @param maxCallDuration longest answered call; 0 for no limit
 * @param noAnswerTimeout how long a called side may ring
 * @param proxyFallbackTimeout how long a destination may stay without any response
 * @param sessionInactivity how long a neighbour may stay silent in an answered call; 0 for ever
 * @param retryCauses Q.850 causes after which a call from this NAP tries the next route
 * @param keepAlive whether and how it is asked if it lives; an inactive one gets no calls
 * @param keepAliveInterval how often
 * @param mediaMode a call is bridged when the NAP of either side says so; so what is said of media
 *     matters whatever this NAP says
 * @param mediaInterface name of the interface for media towards this NAP; empty to go by {@code
 *     mediaAddress}
 * @param mediaAddress our address for media towards this NAP; empty for that of SIP
 * @param mediaSilenceTimeout how long a side of an answered, bridged call may send no media; 0 for
 *     ever
 * @param mediaDscp differentiated services code point of the media we send (RFC 4594)
 * @param mediaSourceStrict take media only from exactly where the neighbour said it wants its own
 */
@Described(kind = "nap", path = "naps")
public record Nap(
    @Field(required = true, syntax = Syntax.NAME) String name,
    @Field(defaultValue = "SIP") NapKind kind,
    @Field(defaultValue = "true") boolean enabled,
    @Field String description,
    @Field(required = true, syntax = Syntax.HOST, address = true, section = Section.ADDRESS)
        String domain,
    @Field(defaultValue = "5060", min = 0, max = 65535, address = true, section = Section.ADDRESS)
        int port,
    @Field(defaultValue = "UDP", section = Section.ADDRESS) SipTransport transport,
    @Field(references = "interface", syntax = Syntax.NAME, section = Section.ADDRESS)
        String sipInterface,
    @Field(syntax = Syntax.HOST_PORT, maxLength = 16, address = true, section = Section.ADDRESS)
        List<String> proxies,
    @Field(defaultValue = "false", section = Section.ORIGIN) boolean forceConfiguredProxy,
    @Field(
            defaultValue = "false",
            section = Section.ORIGIN,
            onlyWhen = @OnlyWhen(field = "forceConfiguredProxy", is = "false"))
        boolean acceptAnyAddress,
    @Field(
            defaultValue = "false",
            section = Section.ORIGIN,
            onlyWhen = @OnlyWhen(field = "acceptAnyAddress", is = "true"))
        boolean sourceByPacketAddress,
    @Field(defaultValue = "false", section = Section.ORIGIN) boolean ignoreSourcePort,
    @Field(defaultValue = "true", section = Section.NUMBERS) boolean calledNumberFromRequestUri,
    @Field(defaultValue = "false", section = Section.NUMBERS) boolean assertedIdentityAsOrigin,
    @Field(syntax = Syntax.HOST_PORT, address = true, section = Section.NUMBERS, expert = true)
        String fromOverride,
    @Field(defaultValue = "true", section = Section.NUMBERS, expert = true) boolean portInTo,
    @Field(defaultValue = "0", min = 0, max = 1000000, unit = Unit.CALLS, section = Section.LIMITS)
        int maxCalls,
    @Field(
            defaultValue = "0",
            min = 0,
            max = 100000,
            unit = Unit.CALLS_PER_SECOND,
            section = Section.LIMITS)
        int maxCallsPerSecond,
    @Field(defaultValue = "0", min = 0, max = 604800, unit = Unit.SECONDS, section = Section.LIMITS)
        int maxCallDuration,
    @Field(defaultValue = "120", min = 1, max = 600, unit = Unit.SECONDS, section = Section.TIMES)
        int noAnswerTimeout,
    @Field(
            defaultValue = "5",
            min = 1,
            max = 32,
            unit = Unit.SECONDS,
            section = Section.TIMES,
            expert = true)
        int proxyFallbackTimeout,
    @Field(
            defaultValue = "1800",
            min = 0,
            max = 86400,
            unit = Unit.SECONDS,
            section = Section.TIMES,
            expert = true)
        int sessionInactivity,
    @Field(
            defaultValue = "27,34,38,41,42,47",
            min = 1,
            max = 127,
            maxLength = 127,
            section = Section.FAILURE,
            expert = true)
        List<Integer> retryCauses,
    @Field(defaultValue = "OFF", section = Section.FAILURE) KeepAlive keepAlive,
    @Field(
            defaultValue = "30",
            min = 1,
            max = 3600,
            unit = Unit.SECONDS,
            section = Section.FAILURE,
            onlyWhen = @OnlyWhen(field = "keepAlive", is = "OPTIONS"))
        int keepAliveInterval,
    @Field(defaultValue = "BRIDGE", section = Section.MEDIA) MediaMode mediaMode,
    @Field(references = "interface", syntax = Syntax.NAME, section = Section.MEDIA)
        String mediaInterface,
    @Field(
            syntax = Syntax.ADDRESS,
            address = true,
            section = Section.MEDIA,
            onlyWhen = @OnlyWhen(field = "mediaInterface", is = ""))
        String mediaAddress,
    @Field(defaultValue = "60", min = 0, max = 86400, unit = Unit.SECONDS, section = Section.MEDIA)
        int mediaSilenceTimeout,
    @Field(defaultValue = "46", min = 0, max = 63, section = Section.MEDIA, expert = true)
        int mediaDscp,
    @Field(defaultValue = "false", section = Section.MEDIA, expert = true)
        boolean mediaSourceStrict) {

  public Nap {
    proxies = List.copyOf(proxies);
    retryCauses = List.copyOf(retryCauses);
  }
}
