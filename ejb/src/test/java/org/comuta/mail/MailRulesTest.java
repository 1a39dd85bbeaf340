package org.comuta.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import org.comuta.description.ObjectSet;
import org.comuta.description.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailRulesTest {
  private static final ObjectSet NOTHING =
      new ObjectSet() {
        @Override
        public <T> Collection<T> all(Class<T> type) {
          return List.of();
        }

        @Override
        public boolean exists(String kind, String name) {
          return false;
        }
      };

  @ParameterizedTest
  @CsvSource({
    "mail.example.com, STARTTLS, u, p, ''",
    "mail.example.com, TLS, u, p, ''",
    "mail.example.com, NONE, u, p, security",
    "127.0.0.1, NONE, u, p, ''",
    "localhost, NONE, u, p, ''",
    "mail.example.com, NONE, '', '', ''",
    "mail.example.com, TLS, u, '', password",
  })
  void passwordsAreNeverSentInTheClear(
      String host, String security, String user, String password, String wrong) {
    MailServer server =
        MailFixture.object(
            MailServer.class,
            "'name':'out','from':'a@example.com','host':'%s','security':'%s','userName':'%s','password':'%s'"
                .formatted(host, security, user, password));
    assertThat(new MailServerRules().check(server, NOTHING))
        .extracting(Problem::field)
        .isEqualTo(wrong.isEmpty() ? List.of() : List.of(wrong));
  }

  @Test
  void wordsAreChecked() {
    MailNotification notification =
        MailFixture.notification("'events':['alarm'],'conditions':['NAP_FAILING','NONE']");
    assertThat(new MailNotificationRules().check(notification, NOTHING))
        .extracting(Problem::field)
        .containsExactly("events", "conditions");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "noc",
        "@example.com",
        "noc@",
        "noc@example.com\\r\\nBcc: x@example.com",
        "noc@example.com, x@example.com",
        "Noc <noc@example.com>",
        "noc@[127.0.0.1]",
        "noc@127.0.0.1",
        "a b@example.com",
        "\\u0022a b\\u0022@example.com",
        "n\\u00f3c@example.com",
        "a..b@example.com",
        "noc@exam ple.com",
      })
  void whatIsNoAddressIsRefused(String address) {
    assertThat(
            MailFixture.parsed(
                    MailNotification.class,
                    "'name':'noc','server':'out','recipients':['" + address + "']")
                .problems())
        .extracting(Problem::field)
        .containsExactly("recipients");
  }

  @ParameterizedTest
  @ValueSource(strings = {"noc@example.com", "first.last+tag@mail.example.com", "root@localhost"})
  void addressesAreTaken(String address) {
    assertThat(
            MailFixture.object(
                    MailNotification.class,
                    "'name':'noc','server':'out','recipients':['" + address + "']")
                .recipients())
        .containsExactly(address);
  }
}
