package org.comuta.tests.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import org.comuta.tests.harness.Browser;
import org.comuta.tests.harness.ComutaServer;
import org.comuta.tests.harness.SharedServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;

/** An administrator looks at what was changed, goes back, and decides what becomes live. */
@ExtendWith(SharedServer.class)
class HistoryIT {
  private static ComutaServer server;

  @BeforeAll
  static void begin(ComutaServer shared) {
    server = shared;
  }

  private static Browser signedIn() {
    Browser browser = Browser.open(server.portal(), "en");
    browser.go("/sign-in.xhtml");
    browser.type("name", ComutaServer.ADMINISTRATOR);
    browser.keys(Keys.TAB, ComutaServer.PASSWORD, Keys.ENTER);
    browser.awaitPath("/portal/home.xhtml");
    return browser;
  }

  private static long put(String name, String body) {
    assertThat(server.rest().put("/api/v1/naps/" + name + "?comment=step", body).status())
        .isIn(200, 201);
    return latest();
  }

  private static JsonObject get(String path) {
    return server.rest().get("/api/v1/" + path).json();
  }

  private static long latest() {
    return get("configuration").getJsonNumber("latestRevision").longValue();
  }

  @Test
  void revisionsAreComparedAndRestored() {
    long first = put("history", "{\"domain\":\"192.0.2.70\"}");
    long second = put("history", "{\"domain\":\"192.0.2.71\",\"mediaMode\":\"BYPASS\"}");
    try (Browser browser = signedIn()) {
      browser.go("/portal/history.xhtml");
      assertThat(browser.texts("#history\\:table_data tr:first-child td"))
          .contains("admin", "127.0.0.1", "step", "1");
      // Within a column, the arrows choose.
      browser.tabTo("input[name=from]");
      browser.pressUntil(Keys.ARROW_DOWN, "input[name=from][value='" + first + "']:checked");
      browser.tabTo("input[name=to]");
      browser.pressUntil(Keys.ARROW_DOWN, "input[name=to][value='" + second + "']:checked");
      browser.click("button[form=compare]");
      browser.awaitPath("/portal/compare.xhtml");
      assertThat(browser.lines(".changed-object header")).containsExactly("Changed NAP history");
      assertThat(browser.lines(".diff tbody tr"))
          .containsExactly("Domain 192.0.2.70 192.0.2.71", "Media mode Bridge Bypass");

      browser.go("/portal/revision.xhtml?number=" + second);
      assertThat(browser.lines(".diff tbody tr")).hasSize(2);

      browser.go("/portal/restore.xhtml?revision=" + first);
      assertThat(browser.lines(".diff tbody tr"))
          .containsExactly("Domain 192.0.2.71 192.0.2.70", "Media mode Bypass Bridge");
      assertThat(latest()).as("a look changes nothing").isEqualTo(second);
      browser.tabTo("[id='restore:comment']");
      browser.keys("back to the first");
      browser.tabTo("[id='restore:confirm']");
      browser.keys(Keys.SPACE);
      browser.awaitPath("/portal/pending.xhtml");
      browser.awaitText(".ui-growl-item", "as at revision " + first);
      assertThat(get("naps/history").getString("domain")).isEqualTo("192.0.2.70");
      assertThat(get("configuration/revisions/" + latest()).getString("comment"))
          .isEqualTo("back to the first");
    }
  }

  @Test
  void whatIsPendingIsAppliedOrDiscarded() {
    put("pending", "{\"domain\":\"192.0.2.80\"}");
    try (Browser browser = signedIn()) {
      browser.go("/portal/pending.xhtml");
      browser.awaitText(".changed-object header", "Created");
      assertThat(browser.text("[id='changes:all']")).contains("pending", "192.0.2.80", "admin");
      put("pending", "{\"domain\":\"192.0.2.80\",\"maxCalls\":5}");
      browser.tabTo("[id='changes:apply']");
      browser.keys(Keys.SPACE);
      browser.awaitText(".problems", "Somebody saved more meanwhile.");
      assertThat(browser.lines(".diff tbody tr")).contains("Most calls 5");
      browser.tabTo("[id='changes:comment']");
      browser.keys("as agreed");
      browser.tabTo("[id='changes:apply']");
      browser.keys(Keys.SPACE);
      browser.awaitText(".none", "Everything that was saved is live.");
      assertThat(get("configuration").getBoolean("pending")).isFalse();
      assertThat(get("configuration/applications").getJsonArray("items").getJsonObject(0))
          .containsEntry("comment", Json.createValue("as agreed"));

      put("pending", "{\"domain\":\"192.0.2.81\",\"maxCalls\":5}");
      browser.go("/portal/pending.xhtml");
      assertThat(browser.lines(".diff tbody tr")).containsExactly("Domain 192.0.2.80 192.0.2.81");
      browser.tabTo("[id='changes:discard']");
      browser.keys(Keys.SPACE);
      browser.tabTo(".ui-confirmdialog-yes");
      browser.keys(Keys.SPACE);
      browser.awaitText(".none", "Everything that was saved is live.");
      assertThat(get("naps/pending").getString("domain")).isEqualTo("192.0.2.80");
    }
  }

  @Test
  void aWarningOfWhatWasAppliedIsTold() {
    put("nowhere", "{\"domain\":\"nowhere.invalid\"}");
    try (Browser browser = signedIn()) {
      browser.go("/portal/pending.xhtml");
      browser.click("[id='changes:apply']");
      browser.awaitText(".overtaken", "NAP nowhere");
    }
  }
}
