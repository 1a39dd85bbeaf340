package org.comuta.media.engine.relay;

/**
 * How much of a range is taken at one address.
 *
 * @param inUse ports, two a pair, whether or not both are bound
 * @param ports that the range has
 */
public record PortUse(int inUse, int ports) {
  boolean isMoreThan(PortUse other) {
    return (long) inUse * other.ports > (long) other.inUse * ports;
  }
}
