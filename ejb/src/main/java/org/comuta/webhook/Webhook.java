package org.comuta.webhook;

import java.util.List;
import java.util.Set;
import org.comuta.description.Described;
import org.comuta.description.Field;
import org.comuta.description.Section;
import org.comuta.description.Syntax;
import org.comuta.description.Unit;
import org.comuta.event.EventFilter;
import org.comuta.secret.Secret;

/**
 * Somebody who is told of events by HTTP. Immutable.
 *
 * @param events words of types or groups; none for all
 * @param naps of calls, only those of one of these; none for all
 * @param certificates of the authorities that are trusted, PEM; empty for those of the platform
 * @param secret what deliveries are signed with
 * @param allowHttp whether the address may be one without TLS
 * @param allowLocal whether the address may be this machine or its link
 * @param timeout s until an answer must be there
 * @param attempts how often one is sent before it is given up
 * @param keepDays how long one waits before it is given up
 * @param maxWaiting most that wait; more are dropped
 * @param connections how many are sent at once; those of one call never
 */
@Described(kind = "webhook", path = "webhooks")
public record Webhook(
    @Field(required = true, syntax = Syntax.NAME) String name,
    @Field(defaultValue = "true") boolean enabled,
    @Field String description,
    @Field(maxLength = 20) List<String> events,
    @Field(maxLength = 100, references = "nap", syntax = Syntax.NAME) List<String> naps,
    @Field(required = true, maxLength = 1000, address = true, section = Section.ADDRESS) String url,
    @Field(maxLength = 32_000, syntax = Syntax.CERTIFICATES, section = Section.ADDRESS)
        String certificates,
    @Field(section = Section.ADDRESS) Secret secret,
    @Field(defaultValue = "false", expert = true, section = Section.ADDRESS) boolean allowHttp,
    @Field(defaultValue = "false", expert = true, section = Section.ADDRESS) boolean allowLocal,
    @Field(defaultValue = "10000", min = 10, max = 1_000_000, section = Section.LIMITS)
        int maxWaiting,
    @Field(defaultValue = "4", min = 1, max = 32, expert = true, section = Section.LIMITS)
        int connections,
    @Field(defaultValue = "10", min = 1, max = 120, unit = Unit.SECONDS, section = Section.TIMES)
        int timeout,
    @Field(defaultValue = "12", min = 1, max = 50, section = Section.FAILURE) int attempts,
    @Field(defaultValue = "3", min = 1, max = 30, unit = Unit.DAYS, section = Section.FAILURE)
        int keepDays) {

  /** Which events it is told of. */
  public EventFilter filter() {
    return new EventFilter(EventFilter.types(events), Set.copyOf(naps), null);
  }
}
