package org.comuta.media.engine.rtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FarReportsTest {
  private static final int STREAM = 5;

  private final FarReports far = new FarReports();

  @Test
  void roundTripIsTheTimeUntilTheAnswerLessWhatTheFarEndWaited() {
    far.passed(0x1234, millis(1000));
    far.reported(STREAM, 0, 0x1234, 65_536 / 2, millis(1540));
    assertThat(far.roundTripMillis()).isCloseTo(40, within(0.01));
  }

  @Test
  void anAnswerToAReportThatNeverPassedTellsNothing() {
    far.passed(0x1234, millis(1000));
    far.reported(STREAM, 0, 0x9999, 0, millis(1040));
    assertThat(far.roundTripMillis()).isNegative();
  }

  @Test
  void aFarEndThatSaysItWaitedLongerThanItDidIsNotBelieved() {
    far.passed(0x1234, millis(1000));
    far.reported(STREAM, 0, 0x1234, -1, millis(1040));
    assertThat(far.roundTripMillis()).isNegative();
    far.reported(STREAM, 0, 0x1234, 65_536 / 10, millis(1040));
    assertThat(far.roundTripMillis()).isNegative();
  }

  @Test
  void clocksThatDifferALittleMakeTheRoundTripNothing() {
    far.passed(0x1234, millis(1000));
    far.reported(STREAM, 0, 0x1234, 65_536 / 20, millis(1040));
    assertThat(far.roundTripMillis()).isZero();
  }

  @Test
  void theLastAnswerCounts() {
    far.passed(1, millis(1000));
    far.passed(2, millis(6000));
    far.reported(STREAM, 0, 1, 0, millis(6010));
    far.reported(STREAM, 0, 2, 0, millis(6030));
    assertThat(far.roundTripMillis()).isCloseTo(30, within(0.01));
  }

  @Test
  void lossIsWhatTheFarEndSaysOfWhatShouldHaveReachedIt() {
    assertThat(far.lossPercent(100)).isNegative();
    far.reported(STREAM, 5, 0, 0, 0);
    assertThat(far.lossPercent(100)).isCloseTo(5, within(0.001));
    far.reported(STREAM, 10, 0, 0, 0);
    assertThat(far.lossPercent(200)).isCloseTo(5, within(0.001));
  }

  @Test
  void lossOfEarlierStreamsIsKept() {
    far.reported(STREAM, 10, 0, 0, 0);
    far.reported(STREAM + 1, 2, 0, 0, 0);
    assertThat(far.lossPercent(100)).isCloseTo(12, within(0.001));
  }

  @Test
  void moreReceivedThanSentIsNoLoss() {
    far.reported(STREAM, -3, 0, 0, 0);
    assertThat(far.lossPercent(100)).isZero();
  }

  private static long millis(long count) {
    return TimeUnit.MILLISECONDS.toNanos(count);
  }
}
