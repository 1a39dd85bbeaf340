package org.comuta.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.comuta.alarm.Condition;
import org.comuta.description.Json;
import org.comuta.event.AlarmCleared;
import org.comuta.event.AlarmRaised;
import org.comuta.event.ConfigurationApplied;
import org.comuta.event.Event;
import org.comuta.event.EventContent;
import org.comuta.event.EventType;
import org.comuta.event.UserSignedIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MailWriterTest {
  private static JsonObject json(EventContent content) {
    Instant at = Instant.parse("2026-03-04T05:06:07.891Z");
    return Json.parse(new Event("e-1", at, "one", content).json());
  }

  private static Mail mail(String fields, EventContent... events) {
    return new MailWriter(MailFixture.notification(fields))
        .write(Stream.of(events).map(MailWriterTest::json).toList());
  }

  private static AlarmRaised failing(String object) {
    return new AlarmRaised(
        MailFixture.alarm("NAP_FAILING", "MAJOR", object, "5 calls in a row: 503"));
  }

  @Test
  void anAlarmTellsEverythingAboutIt() {
    Mail mail = mail("'enabled':true", failing("carrier"));
    assertThat(mail.subject()).startsWith("[Comuta] Major: ").endsWith(": carrier");
    assertThat(mail.text())
        .contains(
            "Severity: Major\n",
            "(NAP_FAILING)\n",
            "About: carrier\n",
            "Details: 5 calls in a row: 503\n",
            "Since: 2026-03-04 05:06:07 +00:00\n",
            "Server: one\n",
            "notification noc");
  }

  @ParameterizedTest
  @CsvSource({
    "PT_BR, America/Sao_Paulo, Grave, Desde: 2026-03-04 02:06:07 -03:00",
    "ES, UTC, Grave, Desde: 2026-03-04 05:06:07 +00:00",
    "EN, UTC, Major, Since: 2026-03-04 05:06:07 +00:00",
  })
  void itsLanguageAndZoneAreThoseOfTheNotification(
      String language, String zone, String severity, String since) {
    MailNotification notification =
        MailFixture.object(
            MailNotification.class,
            "'name':'noc','server':'out','recipients':['noc@example.com'],'language':'%s','timeZone':'%s'"
                .formatted(language, zone));
    Mail mail = new MailWriter(notification).write(List.of(json(failing("carrier"))));
    assertThat(mail.subject()).contains(severity);
    assertThat(mail.text()).contains(since + "\n");
  }

  @Test
  void otherEventsTellTheirFields() {
    Mail mail =
        mail("'enabled':true", new ConfigurationApplied(7, 6, "maria", "192.0.2.1", "night", 0));
    assertThat(mail.subject()).isEqualTo("[Comuta] Configuration applied: maria");
    assertThat(mail.text())
        .contains("Revision: 7\n", "Revision before: 6\n", "Comment: night\n", "Server: one\n")
        .doesNotContain("schemaVersion");
  }

  @Test
  void manyAreOneMail() {
    List<EventContent> events = new ArrayList<>();
    for (int i = 0; i < MailWriter.MOST_TOLD + 20; i++) {
      events.add(failing("nap" + i));
    }
    events.add(
        new AlarmRaised(MailFixture.alarm("DISK_FULL", "CRITICAL", "exchange", "0 MB free")));
    events.add(new AlarmCleared(MailFixture.alarm("NAP_FAILING", "MAJOR", "nap0", "over")));
    Mail mail = mail("'enabled':true", events.toArray(EventContent[]::new));
    assertThat(mail.subject()).isEqualTo("[Comuta] 122 events, the worst alarm: Critical");
    assertThat(mail.text())
        .contains("  121 x Alarm raised\n", "  1 x Alarm over\n", "nap99\n", "22 more are not")
        .doesNotContain("nap100\n");
  }

  @Test
  void nothingOfAnEventEndsALine() {
    Mail mail =
        mail("'enabled':true", new UserSignedIn("eve\r\nBcc: x@example.com\u2028\u202e", "a\nb"));
    assertThat(mail.subject()).doesNotContain("\r", "\n", "\u2028", "\u202e").contains("eve  Bcc");
    assertThat(mail.text()).contains("Address: a b\n").doesNotContain("\r", "\nBcc");
    assertThat(new Mail("x".repeat(1_000), "").subject()).hasSize(150);
  }

  @ParameterizedTest
  @EnumSource(MailLanguage.class)
  void everyTypeAndFieldHasItsWords(MailLanguage language) {
    MailTexts texts = new MailTexts(language);
    ResourceBundle bundle =
        ResourceBundle.getBundle(
            "org.comuta.mail.mails", Locale.of(language.locale().getLanguage()));
    assertThat(bundle.getLocale().getLanguage()).isEqualTo(language.locale().getLanguage());
    for (EventType type : EventType.values()) {
      assertThat(texts.event(type.word())).isNotBlank();
      for (RecordComponent component : type.content().getRecordComponents()) {
        if (!component.getName().equals("alarm")) {
          assertThat(bundle.containsKey("field." + component.getName()))
              .as(component.getName())
              .isTrue();
        }
      }
    }
    assertThat(texts.condition(Condition.DISK_FULL.name())).isNotEqualTo("DISK_FULL");
    assertThat(texts.condition("OF_ANOTHER_VERSION")).isEqualTo("OF_ANOTHER_VERSION");
  }
}
