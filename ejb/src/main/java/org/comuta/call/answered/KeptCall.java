package org.comuta.call.answered;

/**
 * The place of one answered call among those that outlive this process. Confined to the lane of the
 * call; nothing here blocks. What a method wrote when it returns survives the death of the process.
 */
public interface KeptCall {
  /** A call that is not kept. */
  KeptCall NONE =
      new KeptCall() {
        @Override
        public void save(AnsweredCall call) {}

        @Override
        public void acknowledged() {}

        @Override
        public void forget() {}
      };

  /** Keeps the call as it is now. */
  void save(AnsweredCall call);

  /** Notes that both sides are known to have the answer. */
  void acknowledged();

  /** The call has ended, and its record is written. */
  void forget();
}
