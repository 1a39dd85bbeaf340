package org.comuta.sdp;

/**
 * A proposed limit (RFC 8866 section 5.8, RFC 3556, RFC 3890).
 *
 * @param amount in kbit/s; of {@code TIAS}, {@code RS} and {@code RR} in bit/s
 */
public record Bandwidth(String type, long amount) {
  static final long MOST = 9_999_999_999L;

  public Bandwidth {
    Grammar.token("bandwidth type", type);
    Grammar.range("bandwidth", amount, 0, MOST);
  }
}
