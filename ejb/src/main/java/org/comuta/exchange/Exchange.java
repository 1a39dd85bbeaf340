package org.comuta.exchange;

import org.comuta.admission.Admission;
import org.comuta.call.Calls;
import org.comuta.edge.Edges;
import org.comuta.intrusion.SourceGuard;
import org.comuta.nap.Reachability;
import org.comuta.snapshot.LiveSnapshot;

/**
 * What call control works with: plain objects, no container between them and a call.
 *
 * @param configuration the snapshot new calls begin with
 * @param calls where calls begin and end
 * @param admission limits of NAPs and routes
 * @param reachability what keep-alive found of NAPs
 * @param edges where the edges register
 * @param guard keeps sources of SIP out that misbehave
 * @param counters what was counted since the start
 */
public record Exchange(
    LiveSnapshot configuration,
    Calls calls,
    Admission admission,
    Reachability reachability,
    Edges edges,
    SourceGuard guard,
    Counters counters) {}
