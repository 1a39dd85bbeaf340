package org.comuta.tests.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.comuta.tests.harness.Browser;
import org.comuta.tests.harness.ComutaServer;
import org.comuta.tests.harness.SharedServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;

/** Fields of the portal's forms that come, go and are replaced while somebody types. */
@ExtendWith(SharedServer.class)
class FieldsIT {
  private static ComutaServer server;

  @BeforeAll
  static void begin(ComutaServer shared) {
    server = shared;
  }

  private static Browser atANewNap() {
    Browser browser = Browser.open(server.portal(), "en");
    browser.signIn(ComutaServer.ADMINISTRATOR, ComutaServer.PASSWORD);
    browser.go("/portal/nap.xhtml");
    browser.awaitFocus("[id='form:name']");
    return browser;
  }

  @Test
  void aFieldIsThereOnlyWhileItMattersAndHelpFollowsTheFocus() {
    try (Browser browser = atANewNap()) {
      browser.awaitText("#help-body", "Unique name of the NAP");
      assertThat(browser.asksBeforeLeaving()).isFalse();
      browser.tabTo("[id='form:acceptAnyAddress_input']");
      browser.awaitText("#help-title", "Accept any address");
      assertThat(browser.sees("[id='form:sourceByPacketAddress']")).isFalse();
      browser.keys(Keys.SPACE);
      browser.awaitText("[id='form:row_sourceByPacketAddress']", "Source by packet address only");
      assertThat(browser.asksBeforeLeaving()).isTrue();
      browser.keys(Keys.SPACE);
      browser.awaitNone("[id='form:sourceByPacketAddress']");

      assertThat(browser.sees("[id='form:mediaDscp']")).isFalse();
      browser.click("[id='form:expert']");
      browser.awaitText("[id='form:row_mediaDscp']", "Media DSCP");
    }
  }

  @Test
  void whatIsTypedWhileAnAnswerIsOnItsWayStays() {
    try (Browser browser = atANewNap()) {
      browser.run(
          """
          arguments[0].forEach(([id, text, tells]) => {
            const field = document.getElementById('form:' + id);
            field.value = text;
            if (tells) {
              jQuery(field).trigger('change');
            }
            field.dataset.old = 'true';
          });
          """,
          List.of(
              List.of("mediaInterface_input", "", true),
              List.of("mediaAddress", "192.0.2.80", false)));
      browser.awaitNone("[id='form:mediaAddress'][data-old]");
      assertThat(browser.value("[id='form:mediaAddress']")).isEqualTo("192.0.2.80");
    }
  }
}
