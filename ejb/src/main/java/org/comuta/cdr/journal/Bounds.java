package org.comuta.cdr.journal;

import org.comuta.call.octets.CallEncoding;
import org.comuta.octets.OctetWriter;

/** How much of a record is kept. Longer texts end in {@link #CUT}. */
public final class Bounds {
  /** Octets of UTF-8 of any text but the two below. */
  public static final int TEXT = OctetWriter.TEXT;

  /** Octets of the detail of a trace step. */
  public static final int DETAIL = CallEncoding.DETAIL;

  /** Octets of the stage of a trace step. */
  public static final int STAGE = CallEncoding.STAGE;

  /** Attempts: the first ones and the last one. */
  public static final int ATTEMPTS = 64;

  /** Steps of the trace that are kept from its beginning. */
  static final int FIRST_STEPS = 120;

  /** Steps of the trace that are kept from its end. */
  static final int LAST_STEPS = 79;

  /** Steps of the trace, with the one that tells how many are missing. */
  public static final int STEPS = FIRST_STEPS + 1 + LAST_STEPS;

  /** What a text ends in that was cut. */
  public static final String CUT = OctetWriter.CUT;

  /** Octets of the largest entry that these bounds allow, rounded up. */
  static final int ENTRY = 512 * 1024;

  private Bounds() {}
}
