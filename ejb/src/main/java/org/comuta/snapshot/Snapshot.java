package org.comuta.snapshot;

import org.comuta.nap.NapTable;
import org.comuta.routing.RouteTable;

/**
 * The whole configuration as calls see it: compiled, immutable, read without a lock.
 *
 * @param revision the revision it was compiled from; 0 before anything was applied
 */
public record Snapshot(long revision, NapTable naps, RouteTable routes) {}
