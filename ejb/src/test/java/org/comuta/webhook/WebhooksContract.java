package org.comuta.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.comuta.alarm.Alarm;
import org.comuta.alarm.Alarms;
import org.comuta.alarm.Condition;
import org.comuta.background.Backoff;
import org.comuta.database.Sql;
import org.comuta.delivery.DeliveryQuery;
import org.comuta.delivery.DeliveryState;
import org.comuta.description.Json;
import org.comuta.description.ObjectDescription;
import org.comuta.event.CallRinging;
import org.comuta.event.EventHub;
import org.comuta.event.UserSignedIn;
import org.comuta.listing.Condition.Is;
import org.comuta.listing.Condition.Like;
import org.comuta.listing.Condition.Period;
import org.comuta.listing.Condition.Range;
import org.comuta.listing.Order;
import org.comuta.listing.Selection;
import org.comuta.schema.Schema;
import org.comuta.secret.Secret;
import org.comuta.secret.Secrets;
import org.comuta.webhook.Receiver.Arrived;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Deliveries to a real HTTP server, whichever database keeps them. */
abstract class WebhooksContract {
  private static final ObjectDescription<Webhook> DESCRIPTION = ObjectDescription.of(Webhook.class);
  private static final DeliveryQuery ALL = new DeliveryQuery(null, null, null);
  private static final DeliveryQuery DEAD = new DeliveryQuery(null, DeliveryState.DEAD, null);

  private final Secrets secrets = Secrets.keptIn(temporary());
  private final DeliveryStore store;
  private final Receiver receiver = new Receiver();
  private final EventHub events = new EventHub("here", InstantSource.system());
  private final Alarms alarms = new Alarms(events, InstantSource.system());
  private volatile List<Webhook> configured = List.of();
  private Courier courier;
  private Webhooks webhooks;

  WebhooksContract(DataSource database) {
    Schema.migrate(database);
    store = new DeliveryStore(new Sql(database), "here");
    courier = courier();
    webhooks = webhooks();
  }

  private Courier courier() {
    // Again at once, unless the other asks to wait.
    Backoff quick = (attempts, asked) -> asked == null ? Duration.ZERO : asked;
    return new Courier(
        store,
        () -> configured,
        new Sender(secrets, Clock.systemUTC()),
        quick,
        alarms,
        InstantSource.system());
  }

  private Webhooks webhooks() {
    return new Webhooks(events, () -> configured, courier, alarms, InstantSource.system());
  }

  private static Path temporary() {
    try {
      Path folder = Files.createTempDirectory("comuta-webhooks");
      folder.toFile().deleteOnExit();
      Path file = folder.resolve("secret-keys");
      file.toFile().deleteOnExit();
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterEach
  void end() {
    stop();
    receiver.close();
  }

  private void stop() {
    webhooks.close();
    courier.close();
  }

  private Webhook webhook(String name, String... fields) {
    String text =
        "{'name': '%s', 'url': 'http://127.0.0.1:%d/%s', 'allowHttp': true, 'allowLocal': true%s}"
            .formatted(
                name,
                receiver.port(),
                name,
                fields.length == 0 ? ", 'events': ['user.*']" : ", " + String.join(", ", fields));
    JsonObject json = Json.parse(text.replace('\'', '"'));
    Webhook webhook = DESCRIPTION.parse(json).object();
    if (webhook == null) {
      throw new IllegalArgumentException(DESCRIPTION.parse(json).problems().toString());
    }
    // What is not given would be kept as it was; here nothing was before.
    Secret given = webhook.secret().isKept() ? Secret.NONE : webhook.secret();
    Secret sealed = given.sealed(secrets, Secret.place("webhook", name, "secret"));
    return new Webhook(
        webhook.name(),
        webhook.enabled(),
        webhook.description(),
        webhook.events(),
        webhook.naps(),
        webhook.url(),
        webhook.certificates(),
        sealed,
        webhook.allowHttp(),
        webhook.allowLocal(),
        webhook.maxWaiting(),
        webhook.connections(),
        webhook.timeout(),
        webhook.attempts(),
        webhook.keepDays());
  }

  private void signIn(String user) {
    events.publish(new UserSignedIn(user, "192.0.2.1"));
  }

  private static void waitUntil(String what, BooleanSupplier condition) {
    long deadline = System.nanoTime() + 60_000_000_000L;
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("patience with %s", what).isLessThan(deadline);
      LockSupport.parkNanos(10_000_000L);
    }
  }

  @Test
  void whatIsWantedArrivesSigned() throws InterruptedException {
    configured =
        List.of(
            webhook("all", "'secret': 'only-for-this-test'"),
            webhook("calls", "'events': ['call.*'], 'naps': ['carrier']"),
            webhook("off", "'enabled': false"));
    events.publish(new CallRinging("c", "carrier", null, "1", "2", null));
    events.publish(new CallRinging("d", "other", null, "1", "2", null));
    signIn("maria");

    Map<String, Integer> counts = new HashMap<>();
    List<Arrived> all = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Arrived arrived = receiver.next();
      counts.merge(arrived.path(), 1, Integer::sum);
      all.add(arrived);
    }
    assertThat(counts).containsExactlyInAnyOrderEntriesOf(Map.of("/all", 3, "/calls", 1));
    for (Arrived arrived : all) {
      String expected =
          arrived.path().equals("/all")
              ? Signature.of(
                  "only-for-this-test",
                  arrived.id(),
                  Instant.ofEpochSecond(Long.parseLong(arrived.timestamp())),
                  arrived.body())
              : "";
      assertThat(arrived.signature()).isEqualTo(expected);
      assertThat(Json.parse(arrived.body()).getInt("schemaVersion")).isEqualTo(1);
    }
    waitUntil("nothing to be left", () -> store.count(ALL) == 0);
  }

  @Test
  void oneThatFailsIsSentAgainUntilItIsTaken() throws InterruptedException {
    configured = List.of(webhook("hook"));
    receiver.answers(500);
    signIn("maria");
    Arrived first = receiver.next();
    Arrived second = receiver.next();
    receiver.answers(200);
    assertThat(second.id()).isEqualTo(first.id());
    assertThat(second.body()).isEqualTo(first.body());
    waitUntil("it to be taken", () -> store.count(ALL) == 0);
  }

  @Test
  void oneThatHangsHoldsUpNoOther() throws InterruptedException {
    configured =
        List.of(
            webhook("hangs", "'events': ['user.*'], 'timeout': 1, 'attempts': 2"),
            webhook("sound"));
    receiver.answers(request -> request.path().equals("/hangs") ? Receiver.HANG : 204);
    signIn("maria");
    waitUntil(
        "the one that hangs to be given up", () -> store.count(DEAD) == 1 && store.count(ALL) == 1);
    Delivery dead = store.page(DEAD, 0, 10).getFirst();
    assertThat(dead.webhook()).isEqualTo("hangs");
    assertThat(dead.attempts()).isEqualTo(2);
    assertThat(dead.lastError()).isEqualTo("no answer within 1 s");
    waitUntil("the alarm", () -> !alarms.active().isEmpty());
    assertThat(alarms.active())
        .extracting(Alarm::condition, Alarm::object)
        .containsExactly(tuple(Condition.DEAD_LETTERS, "hangs"));
  }

  @Test
  void whatWasGivenUpIsSentAnewOrDeleted() throws InterruptedException {
    configured = List.of(webhook("hook", "'events': ['user.*'], 'attempts': 1"));
    receiver.answers(404);
    signIn("maria");
    signIn("joao");
    waitUntil("both to be given up", () -> store.count(DEAD) == 2);
    assertThat(store.page(DEAD, 0, 10)).extracting(Delivery::lastStatus).containsOnly(404);
    waitUntil(
        "both to be counted",
        () -> webhooks.counts().equals(List.of(new WebhookCounts("hook", 0, 0, 2))));
    receiver.next();
    receiver.next();
    receiver.answers(204);
    Delivery newest = store.page(DEAD, 0, 1).getFirst();
    assertThat(store.redeliver(newest.id(), Instant.now())).isTrue();
    assertThat(store.redeliver("none", Instant.now())).isFalse();
    courier.changed();
    assertThat(receiver.next().id()).isEqualTo(newest.id());
    waitUntil("it to be taken", () -> store.count(ALL) == 1);
    assertThat(store.deleteDead("other")).isZero();
    assertThat(store.deleteDead("hook")).isEqualTo(1);
    courier.changed();
    assertThat(webhooks.counts()).containsExactly(new WebhookCounts("hook", 0, 0, 0));
    assertThat(alarms.active()).isEmpty();
  }

  @Test
  void whatIsLookedForIsFoundSentAnewOrDeleted() {
    configured =
        List.of(
            webhook("Alpha", "'events': ['user.*'], 'attempts': 1"),
            webhook("beta", "'events': ['user.*'], 'attempts': 1"));
    receiver.answers(request -> request.path().equals("/beta") ? 404 : 410);
    signIn("maria");
    signIn("joao");
    waitUntil("all to be given up", () -> store.count(DEAD) == 4);
    Selection ofBeta = new Selection(Map.of("receiver", new Like("*ET*")), null);
    Selection status =
        new Selection(
            Map.of("lastStatus", new Range(new BigDecimal(410), null, true)),
            new Order("createdAt", false));
    assertThat(store.page(ofBeta, 0, 10)).extracting(Delivery::webhook).containsOnly("beta");
    assertThat(store.page(status, 0, 10)).extracting(Delivery::webhook).containsOnly("Alpha");
    assertThat(store.page(new Selection(Map.of(), new Order("receiver", true)), 0, 4))
        .extracting(Delivery::webhook)
        .containsExactly("beta", "beta", "Alpha", "Alpha");
    assertThat(store.count(new Selection(Map.of("state", new Is("WAITING")), null))).isZero();
    assertThat(store.count(new Selection(Map.of("state", new Is("DEAD")), null))).isEqualTo(4);
    assertThat(store.count(new Selection(Map.of("nextAt", new Period(Instant.EPOCH, null)), null)))
        .isZero();
    assertThat(store.deleteDead(ofBeta)).isEqualTo(2);
    assertThat(store.redeliverAll(ofBeta, Instant.now())).isZero();
    receiver.answers(204);
    assertThat(store.redeliverAll(status, Instant.now())).isEqualTo(2);
    courier.changed();
    waitUntil("them to be taken", () -> store.count(ALL) == 0);
  }

  @Test
  void whoIsGoneForGoodIsNotAskedAgainAndWhoAsksForTimeGetsIt() throws InterruptedException {
    configured = List.of(webhook("gone"), webhook("busy"));
    receiver.answers(request -> request.path().equals("/gone") ? 410 : 503);
    Instant before = Instant.now();
    signIn("maria");
    waitUntil("the one that is gone to be given up", () -> store.count(DEAD) == 1);
    assertThat(store.page(DEAD, 0, 1).getFirst().attempts()).isEqualTo(1);
    DeliveryQuery busy = new DeliveryQuery("busy", DeliveryState.WAITING, null);
    waitUntil("the answer to be noted", () -> store.page(busy, 0, 1).getFirst().attempts() == 1);
    assertThat(store.page(busy, 0, 1).getFirst().nextAt()).isAfter(before.plusSeconds(6));
  }

  @Test
  void whatWaitsSurvivesARestartAndIsBounded() throws InterruptedException {
    configured =
        List.of(
            webhook(
                "hook", "'events': ['user.*'], 'maxWaiting': 10, 'timeout': 60, 'connections': 1"));
    receiver.answers(Receiver.HANG);
    for (int i = 0; i < 12; i++) {
      signIn("user" + i);
    }
    waitUntil("ten to wait and two to be dropped", () -> dropped() == 2 && store.count(ALL) == 10);
    waitUntil(
        "them to be counted",
        () -> webhooks.counts().equals(List.of(new WebhookCounts("hook", 2, 10, 0))));
    waitUntil("the alarm", () -> !alarms.active().isEmpty());
    assertThat(alarms.active()).extracting(Alarm::condition).contains(Condition.EVENTS_DROPPED);
    stop();

    receiver.answers(204);
    courier = courier();
    webhooks = webhooks();
    waitUntil("all to be taken", () -> store.count(ALL) == 0);
  }

  private int dropped() {
    return webhooks.counts().getFirst().dropped();
  }

  @Test
  void thoseOfOneCallKeepTheirOrder() throws InterruptedException {
    configured = List.of(webhook("hook", "'connections': 8"));
    int calls = 10;
    int each = 10;
    for (int n = 0; n < each; n++) {
      for (int call = 0; call < calls; call++) {
        events.publish(new CallRinging("call" + call, "a", "b", String.valueOf(n), "2", null));
      }
    }
    Map<String, List<Integer>> order = new HashMap<>();
    for (int i = 0; i < calls * each; i++) {
      JsonObject event = Json.parse(receiver.next().body());
      order
          .computeIfAbsent(event.getString("callId"), ignored -> new ArrayList<>())
          .add(Integer.parseInt(event.getString("callingNumber")));
    }
    assertThat(order).hasSize(calls);
    assertThat(order.values()).allSatisfy(one -> assertThat(one).hasSize(each).isSorted());
    waitUntil("nothing to be left", () -> store.count(ALL) == 0);
    assertThat(receiver.left()).isZero();
  }

  @Test
  void whatIsTooOldIsGivenUpAndWhatHasNoWebhookGoes() {
    configured =
        List.of(
            webhook("hook", "'events': ['user.*'], 'keepDays': 1, 'attempts': 50"),
            webhook("other"));
    receiver.answers(503);
    signIn("maria");
    waitUntil("both to wait", () -> store.count(ALL) == 2);
    configured = List.of(configured.getFirst());
    Instant later = Instant.now().plus(Duration.ofDays(1)).plusSeconds(5);
    courier.sweep(later);
    assertThat(store.page(ALL, 0, 10))
        .extracting(Delivery::webhook, Delivery::state)
        .containsExactly(tuple("hook", DeliveryState.DEAD));
    courier.sweep(later.plus(Duration.ofDays(31)));
    assertThat(store.count(ALL)).isZero();
  }
}
