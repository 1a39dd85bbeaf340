package org.comuta.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.comuta.event.AlarmChanged;
import org.comuta.event.AlarmCleared;
import org.comuta.event.AlarmRaised;
import org.comuta.event.CallRinging;
import org.comuta.event.EventContent;
import org.comuta.event.UserSignedIn;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailFilterTest {
  private static EventContent event(String word) {
    String[] parts = word.split(" ", -1);
    return switch (parts[0]) {
      case "raised" ->
          new AlarmRaised(MailFixture.alarm(parts[1], parts[2], parts[3], "five in a row"));
      case "changed" ->
          new AlarmChanged(MailFixture.alarm(parts[1], parts[2], parts[3], "five in a row"));
      case "cleared" ->
          new AlarmCleared(MailFixture.alarm(parts[1], parts[2], parts[3], "five in a row"));
      case "ringing" -> new CallRinging("c", parts[1], null, "1", "2", null);
      default -> new UserSignedIn(parts[1], "192.0.2.1");
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        // what is chosen | the event | told
        "| raised NAP_FAILING MAJOR carrier | true",
        "| cleared NAP_FAILING MAJOR carrier | true",
        "| changed NAP_FAILING MAJOR carrier | false",
        "| ringing carrier | false",
        "'events':[] | ringing carrier | true",
        "'events':['alarm.*'] | changed NAP_FAILING MAJOR carrier | true",
        "'severities':['CRITICAL'] | raised NAP_FAILING MAJOR carrier | false",
        "'severities':['CRITICAL','MAJOR'] | raised NAP_FAILING MAJOR carrier | true",
        "'conditions':['DISK_FULL'] | raised NAP_FAILING MAJOR carrier | false",
        "'conditions':['DISK_FULL','NAP_FAILING'] | raised NAP_FAILING MAJOR carrier | true",
        "'severities':['CRITICAL'],'events':['user.*'] | signedIn maria | true",
        "'events':['call.*'],'naps':['carrier'] | ringing carrier | true",
        "'events':['call.*'],'naps':['carrier'] | ringing other | false",
        // That a server takes no mail cannot be told through it.
        "| raised MAIL_NOT_SENT MINOR out | false",
        "| cleared MAIL_NOT_SENT MINOR out | true",
        "| raised MAIL_NOT_SENT MINOR other | true",
      })
  void tellsWhatIsChosen(String fields, String event, boolean told) {
    MailNotification notification =
        MailFixture.notification((fields == null ? "" : fields + ",") + "'enabled':true");
    assertThat(notification.filter().test(event(event))).isEqualTo(told);
  }
}
