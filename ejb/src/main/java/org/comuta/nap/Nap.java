package org.comuta.nap;

import java.util.List;
import org.comuta.description.Described;
import org.comuta.description.Field;
import org.comuta.description.Syntax;
import org.comuta.description.Unit;

/**
 * Network access point: a neighbour that calls come from and go to. Immutable.
 *
 * @param domain host name or address of the neighbour
 * @param port its SIP port; 0 finds it by DNS
 * @param acceptAnyAddress a call whose From names the domain is this NAP's, whatever its address
 * @param sourceByPacketAddress only the address of the packet identifies, never the From header
 * @param ignoreSourcePort the address alone identifies, whatever the port
 * @param calledNumberFromRequestUri take the called number from the Request-URI, else from To
 * @param assertedIdentityAsOrigin take the calling number from P-Asserted-Identity when present
 * @param forceConfiguredProxy accept calls only from the addresses of {@code proxies}
 * @param proxies where to send instead of the domain, in order of preference
 * @param proxyFallbackTimeout how long a destination may stay without any response
 * @param sessionInactivity how long a neighbour may stay silent in an answered call; 0 for ever
 * @param noAnswerTimeout how long a called side may ring
 * @param maxCallDuration longest answered call; 0 for no limit
 * @param maxCalls simultaneous calls, both directions; 0 for no limit
 * @param maxCallsPerSecond new calls, both directions; 0 for no limit
 * @param fromOverride host and port of the From header towards this NAP; empty for our own
 * @param portInTo tell the port in the To header towards this NAP
 * @param retryCauses Q.850 causes after which a call from this NAP tries the next route
 */
@Described(kind = "nap", path = "naps")
public record Nap(
    @Field(required = true, syntax = Syntax.NAME) String name,
    @Field(defaultValue = "SIP") NapKind kind,
    @Field(defaultValue = "true") boolean enabled,
    @Field String description,
    @Field(required = true, syntax = Syntax.HOST) String domain,
    @Field(defaultValue = "5060", min = 0, max = 65535) int port,
    @Field(defaultValue = "UDP") SipTransport transport,
    @Field(defaultValue = "false") boolean acceptAnyAddress,
    @Field(defaultValue = "false") boolean sourceByPacketAddress,
    @Field(defaultValue = "false") boolean ignoreSourcePort,
    @Field(defaultValue = "true") boolean calledNumberFromRequestUri,
    @Field(defaultValue = "false") boolean assertedIdentityAsOrigin,
    @Field(defaultValue = "false") boolean forceConfiguredProxy,
    @Field(syntax = Syntax.HOST_PORT, maxLength = 16) List<String> proxies,
    @Field(defaultValue = "5", min = 1, max = 32, unit = Unit.SECONDS) int proxyFallbackTimeout,
    @Field(defaultValue = "1800", min = 0, max = 86400, unit = Unit.SECONDS) int sessionInactivity,
    @Field(defaultValue = "120", min = 1, max = 600, unit = Unit.SECONDS) int noAnswerTimeout,
    @Field(defaultValue = "0", min = 0, max = 604800, unit = Unit.SECONDS) int maxCallDuration,
    @Field(defaultValue = "0", min = 0, max = 1000000, unit = Unit.CALLS) int maxCalls,
    @Field(defaultValue = "0", min = 0, max = 100000, unit = Unit.CALLS_PER_SECOND)
        int maxCallsPerSecond,
    @Field(syntax = Syntax.HOST_PORT) String fromOverride,
    @Field(defaultValue = "true") boolean portInTo,
    @Field(defaultValue = "27,34,38,41,42,47", min = 1, max = 127, maxLength = 127)
        List<Integer> retryCauses) {

  public Nap {
    proxies = List.copyOf(proxies);
    retryCauses = List.copyOf(retryCauses);
  }
}
