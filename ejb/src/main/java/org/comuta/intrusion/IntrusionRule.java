package org.comuta.intrusion;

import org.comuta.description.Described;
import org.comuta.description.Field;
import org.comuta.description.Section;
import org.comuta.description.Syntax;
import org.comuta.description.Unit;

/**
 * When an address that sends SIP is blocked, and for how long. Addresses of NAPs never are.
 * Immutable.
 *
 * @param attempts so many within the interval block the address
 * @param interval s
 * @param blockTime s
 */
@Described(kind = "intrusion-rule", path = "intrusion-rules")
public record IntrusionRule(
    @Field(required = true, syntax = Syntax.NAME) String name,
    @Field(defaultValue = "true") boolean enabled,
    @Field String description,
    @Field(defaultValue = "UNKNOWN_SOURCE") Detection detection,
    @Field(defaultValue = "20", min = 1, max = 1_000_000, section = Section.LIMITS) int attempts,
    @Field(
            defaultValue = "60",
            min = 1,
            max = 86_400,
            unit = Unit.SECONDS,
            section = Section.LIMITS)
        int interval,
    @Field(
            defaultValue = "3600",
            min = 1,
            max = 2_592_000,
            unit = Unit.SECONDS,
            section = Section.LIMITS)
        int blockTime) {}
