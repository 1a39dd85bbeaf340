package org.comuta.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.comuta.alarm.Alarm;
import org.comuta.alarm.Alarms;
import org.comuta.alarm.Condition;
import org.comuta.database.Sql;
import org.comuta.delivery.DeliveryQuery;
import org.comuta.delivery.DeliveryState;
import org.comuta.event.EventHub;
import org.comuta.event.UserSignedIn;
import org.comuta.listing.Condition.Like;
import org.comuta.listing.Order;
import org.comuta.listing.Selection;
import org.comuta.mail.MailCourier.Configured;
import org.comuta.schema.Schema;
import org.comuta.secret.Secrets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Mails to a real server, whichever database keeps what is to be told. */
abstract class MailContract {
  private static final DeliveryQuery ALL = new DeliveryQuery(null, null, null);
  private static final DeliveryQuery DEAD = new DeliveryQuery(null, DeliveryState.DEAD, null);

  private final Secrets secrets = MailFixture.secrets();
  private final MailStore store;
  private final MailDeliveries deliveries;
  private final SmtpServer peer = new SmtpServer(MailSecurity.NONE, false);
  private final EventHub events = new EventHub("here", InstantSource.system());
  private final Alarms alarms = new Alarms(events, InstantSource.system());
  private volatile Configured configured = new Configured(List.of(), List.of());
  private MailCourier courier;
  private Notifier notifier;

  MailContract(DataSource database) {
    Schema.migrate(database);
    store = new MailStore(new Sql(database), "here");
    courier = courier();
    notifier = notifier();
    deliveries =
        new MailDeliveries(new Sql(database), "here", () -> courier.wake(), InstantSource.system());
  }

  private MailCourier courier() {
    return new MailCourier(
        store,
        () -> configured,
        new MailSender(secrets, InstantSource.system()),
        (attempts, asked) -> Duration.ofMillis(10),
        alarms,
        InstantSource.system());
  }

  private Notifier notifier() {
    MailCourier now = courier;
    return new Notifier(
        events, () -> configured.notifications(), store, now::wake, alarms, InstantSource.system());
  }

  @AfterEach
  void end() {
    stop();
    peer.close();
  }

  private void stop() {
    notifier.close();
    courier.close();
  }

  private void configure(int attempts, String fields) {
    configured =
        new Configured(
            List.of(
                MailFixture.server(secrets, MailSecurity.NONE, peer.port(), "", "", "", attempts)),
            List.of(MailFixture.notification("'events':['user.*']," + fields)));
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

  private boolean isEmpty() {
    return store.waiting().isEmpty();
  }

  @Test
  void theFirstIsToldAtOnceAndAStormIsOneMail() throws Exception {
    configure(3, "'pause':3");
    signIn("maria");
    assertThat(peer.next().subject()).isEqualTo("[Comuta] User signed in: maria");
    for (int i = 0; i < 50; i++) {
      signIn("user" + i);
    }
    SmtpServer.Taken digest = peer.next();
    assertThat(digest.subject()).isEqualTo("[Comuta] 50 events");
    assertThat(digest.text()).contains("50 x User signed in", "user0", "user49");
    waitUntil("nothing to wait", this::isEmpty);
    assertThat(peer.waiting()).isZero();
    waitUntil(
        "both to be counted",
        () -> courier.counts(notifier.dropped()).equals(new MailCounts(2, 0, 0, 0, 0, 0)));
  }

  @Test
  void oneThatIsNotTakenIsSentAgainWithWhatCameMeanwhile() throws Exception {
    configure(50, "'pause':0");
    peer.answers("451 4.7.1 come again later");
    signIn("maria");
    waitUntil("the alarm", () -> !alarms.active().isEmpty());
    assertThat(alarms.active())
        .extracting(Alarm::condition, Alarm::object, Alarm::details)
        .containsExactly(tuple(Condition.MAIL_NOT_SENT, "out", "noc: 451 4.7.1 come again later"));
    signIn("joao");
    waitUntil("both to wait", () -> store.waiting().getOrDefault("noc", 0) == 2);
    peer.answers("");
    assertThat(peer.next().text()).contains("maria", "joao");
    waitUntil("the end of the alarm", () -> alarms.active().isEmpty());
    assertThat(isEmpty()).isTrue();
  }

  @Test
  void oneThatIsNeverTakenIsGivenUp() {
    configure(2, "'pause':0");
    peer.answers("554 5.7.1 no");
    signIn("maria");
    waitUntil("it to be given up", () -> courier.counts(0).givenUp() == 1);
    waitUntil("it to be counted", () -> courier.counts(0).dead() == 1);
    waitUntil("the alarm", () -> !alarms.active().isEmpty());
    assertThat(courier.counts(0).failed()).isEqualTo(2);
    assertThat(isEmpty()).isTrue();
    assertThat(deliveries.page(DEAD, 0, 10))
        .extracting(
            MailDelivery::notification,
            MailDelivery::eventType,
            MailDelivery::attempts,
            MailDelivery::lastError)
        .containsExactly(tuple("noc", "user.signedIn", 2, "554 5.7.1 no"));
  }

  @Test
  void whatWasGivenUpIsToldAfterAllOrDeleted() throws Exception {
    configure(1, "'pause':0");
    peer.answers("554 5.7.1 no");
    signIn("maria");
    signIn("joao");
    waitUntil("both to be given up", () -> deliveries.count(DEAD) == 2);
    peer.answers("");
    MailDelivery newest = deliveries.page(DEAD, 0, 1).getFirst();
    assertThat(deliveries.redeliver(newest.id())).isTrue();
    assertThat(deliveries.redeliver("none")).isFalse();
    assertThat(peer.next().text()).contains("joao").doesNotContain("maria");
    waitUntil("it to be taken", () -> deliveries.find(newest.id()) == null);
    assertThat(deliveries.deleteDead("other")).isZero();
    Selection others = new Selection(Map.of("receiver", new Like("*x*")), null);
    assertThat(deliveries.deleteDead(others)).isZero();
    assertThat(deliveries.redeliverAll(others)).isZero();
    Selection found =
        new Selection(
            Map.of("receiver", new Like("NO*"), "lastError", new Like("*5.7.1*")),
            new Order("deadAt", true));
    assertThat(deliveries.count(found)).isEqualTo(1);
    assertThat(deliveries.page(found, 0, 5))
        .extracting(MailDelivery::notification)
        .containsExactly("noc");
    assertThat(deliveries.redeliverAll(found)).isEqualTo(1);
    assertThat(peer.next().text()).contains("maria");
    waitUntil("nothing to be left", () -> deliveries.count(ALL) == 0);
  }

  @Test
  void whatWasGivenUpGoesInTheEndOrWithItsNotification() {
    configure(1, "'pause':0");
    peer.answers("554 5.7.1 no");
    signIn("maria");
    waitUntil("it to be given up", () -> deliveries.count(DEAD) == 1);
    Instant soon = Instant.now().plus(Duration.ofDays(29));
    courier.sweep(configured, soon);
    assertThat(deliveries.count(DEAD)).isEqualTo(1);
    courier.sweep(configured, soon.plus(Duration.ofDays(2)));
    assertThat(deliveries.count(ALL)).isZero();
    signIn("joao");
    waitUntil("the other to be given up", () -> deliveries.count(DEAD) == 1);
    courier.sweep(new Configured(configured.servers(), List.of()), Instant.now());
    assertThat(deliveries.count(ALL)).isZero();
  }

  @Test
  void whatWaitsSurvivesARestartAndIsBounded() throws Exception {
    configure(50, "'pause':0,'maxWaiting':10");
    peer.answers("451 4.7.1 come again later");
    for (int i = 0; i < 12; i++) {
      signIn("user" + i);
    }
    waitUntil("two to be dropped", () -> notifier.dropped() == 2);
    waitUntil(
        "the alarm",
        () ->
            alarms.active().stream()
                .anyMatch(alarm -> alarm.condition() == Condition.EVENTS_DROPPED));
    stop();
    assertThat(store.waiting()).containsEntry("noc", 10);
    peer.answers("");
    courier = courier();
    notifier = notifier();
    assertThat(peer.next().subject()).isEqualTo("[Comuta] 10 events");
  }

  @Test
  void whatIsOfNoNotificationIsForgotten() {
    configure(50, "'pause':0");
    peer.answers("451 4.7.1 come again later");
    signIn("maria");
    waitUntil("it to wait", () -> !isEmpty());
    configured = new Configured(List.of(), List.of());
    waitUntil("it to be forgotten", this::isEmpty);
  }
}
