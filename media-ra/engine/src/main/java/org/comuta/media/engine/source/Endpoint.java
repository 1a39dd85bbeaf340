package org.comuta.media.engine.source;

/** An address and a port, 1 to 65535. */
public record Endpoint(Address address, int port) {
  public boolean is(long high, long low, int otherPort) {
    return port == otherPort && address.is(high, low);
  }

  /** {@code address:port}, an IPv6 address in brackets. */
  @Override
  public String toString() {
    return address.isIpv4() ? address + ":" + port : "[" + address + "]:" + port;
  }
}
