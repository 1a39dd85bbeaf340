package org.comuta.routing;

import org.comuta.description.Described;
import org.comuta.description.Field;
import org.comuta.description.Section;
import org.comuta.description.Syntax;
import org.comuta.description.Unit;

/**
 * A way from one NAP to another for the calls its filters accept. Immutable.
 *
 * @param priority 0 is looked at first; equal ones by name
 * @param calledNumber filter of the called number
 * @param callingNumber filter of the calling number
 * @param rewriteCalled change of the called number
 * @param rewriteCalling change of the calling number
 * @param maxCalls simultaneous calls over this route; 0 for no limit
 * @param maxCallsPerSecond new calls over this route; 0 for no limit
 * @param maxCallDuration longest answered call; 0 for no limit
 */
@Described(kind = "route", path = "routes")
public record Route(
    @Field(required = true, syntax = Syntax.NAME) String name,
    @Field(defaultValue = "true") boolean enabled,
    @Field String description,
    @Field(defaultValue = "50", min = 0, max = 99) int priority,
    @Field(required = true, references = "nap", syntax = Syntax.NAME, section = Section.PATH)
        String originNap,
    @Field(required = true, references = "nap", syntax = Syntax.NAME, section = Section.PATH)
        String destinationNap,
    @Field(syntax = Syntax.NUMBER_FILTER, section = Section.NUMBERS) String calledNumber,
    @Field(syntax = Syntax.NUMBER_FILTER, section = Section.NUMBERS) String callingNumber,
    @Field(syntax = Syntax.NUMBER_REWRITE, section = Section.NUMBERS) String rewriteCalled,
    @Field(syntax = Syntax.NUMBER_REWRITE, section = Section.NUMBERS) String rewriteCalling,
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
        int maxCallDuration) {}
