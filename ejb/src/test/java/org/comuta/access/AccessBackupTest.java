package org.comuta.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import org.comuta.archive.PartChange;
import org.comuta.archive.PartOfTests;
import org.comuta.archive.PartPlan;
import org.comuta.identity.Actor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever restores here comes from 192.0.2.1. */
class AccessBackupTest {
  private static final String FILE = "access-lists.json";

  private static final AccessRules OFFICE =
      new AccessRules(
          List.of(
              new AccessRule(
                  Action.ALLOW, "192.0.2.0/24", List.of(Service.PORTAL, Service.API), "office")),
          Action.DENY);

  private AccessRules confirmed = AccessRules.SHIPPED;
  private AccessRules onTrial = AccessRules.SHIPPED;
  private Actor actor = Actor.SERVER;
  private final PartOfTests part;

  AccessBackupTest(@TempDir Path spool) {
    part = new PartOfTests(AccessBackup.lists(() -> confirmed, this::change), spool);
  }

  private void change(AccessRules rules, Actor by) {
    onTrial = rules;
    actor = by;
  }

  @Test
  void listsComeBackOnTrial() throws Exception {
    confirmed = OFFICE;
    byte[] backup = part.backup(null);
    confirmed = AccessRules.SHIPPED;

    PartPlan plan = part.plan(backup, null);

    assertThat(plan.problems()).isEmpty();
    assertThat(plan.changes())
        .singleElement()
        .satisfies(
            change ->
                assertThat(change.fields())
                    .extracting(PartChange.FieldChange::field)
                    .containsExactly("rules", "defaultAction"));
    assertThat(plan.notes()).singleElement().asString().contains("on trial", "60 seconds");
    assertThat(onTrial).isEqualTo(AccessRules.SHIPPED);
    plan.restore();
    assertThat(onTrial).isEqualTo(OFFICE);
    assertThat(actor).isEqualTo(new Actor("admin", "192.0.2.1"));
  }

  @Test
  void listsThatAreHereNeedNoTrial() throws Exception {
    confirmed = OFFICE;

    PartPlan plan = part.plan(part.backup(null), null);

    assertThat(plan.changes()).isEmpty();
    assertThat(plan.notes()).isEmpty();
  }

  @Test
  void whoeverRestoresIsNotShutOutByTheDefault() throws Exception {
    assertThat(part.plan(FILE, "{\"rules\":[],\"defaultAction\":\"DENY\"}").problems())
        .extracting(one -> one.kind(), one -> one.problem().field(), one -> one.problem().code())
        .containsExactly(tuple("access-lists", "defaultAction", "conflict"));
  }

  @Test
  void whoeverRestoresIsNotShutOutByARule() throws Exception {
    String shut =
        """
        {"rules":[
          {"action":"ALLOW","address":"198.51.100.0/24","services":["PORTAL","API"]},
          {"action":"DENY","address":"192.0.2.0/24","services":["PORTAL","API"]}],
         "defaultAction":"ALLOW"}
        """;
    assertThat(part.plan(FILE, shut).problems())
        .extracting(one -> one.problem().field())
        .containsExactly("rules[1]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PORTAL", "API"})
  void oneWayBackIsEnough(String way) throws Exception {
    String lists =
        "{\"rules\":[{\"action\":\"ALLOW\",\"address\":\"192.0.2.1\",\"services\":[\"%s\"]}],"
                .formatted(way)
            + "\"defaultAction\":\"DENY\"}";
    assertThat(part.plan(FILE, lists).problems()).isEmpty();
  }

  @Test
  void whatIsNoListIsTold() throws Exception {
    String wrong =
        "{\"rules\":[{\"action\":\"ALLOW\",\"address\":\"192.0.2.1/24\",\"services\":[]}],\"x\":1}";
    assertThat(part.plan(FILE, wrong).problems())
        .extracting(one -> one.problem().field())
        .containsExactly("x", "rules[0].address", "rules[0].services");
  }
}
