package org.comuta.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.comuta.description.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessRulesTest {
  private static AccessRules read(String json, List<Problem> problems) {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      return AccessRulesJson.read(reader.readObject(), problems);
    }
  }

  private static List<Problem> wrong(String json) {
    List<Problem> problems = new ArrayList<>();
    AccessRules rules = read(json, problems);
    return problems.isEmpty() ? rules.canonical().check() : problems;
  }

  @ParameterizedTest(name = "{0}: {1} {2}")
  @CsvSource(
      delimiter = ';',
      value = {
        "{'rules':7}; rules; type",
        "{'rules':null}; rules; type",
        "{'rules':[7]}; rules[0]; type",
        "{'defaultAction':'MAYBE'}; defaultAction; choice",
        "{'default':'DENY'}; default; unknown",
        "{'rules':[{'address':'192.0.2.1','services':['API']}]}; rules[0].action; required",
        "{'rules':[{'action':'ALLOW','services':['API']}]}; rules[0].address; syntax",
        "{'rules':[{'action':'ALLOW','address':7,'services':['API']}]}; rules[0].address; type",
        "{'rules':[{'action':'ALLOW','address':'here','services':['API']}]}; rules[0].address; syntax",
        "{'rules':[{'action':'ALLOW','address':'192.0.2.1/24','services':['API']}]};"
            + " rules[0].address; conflict",
        "{'rules':[{'action':'ALLOW','address':'192.0.2.1'}]}; rules[0].services; required",
        "{'rules':[{'action':'ALLOW','address':'192.0.2.1','services':'API'}]};"
            + " rules[0].services; type",
        "{'rules':[{'action':'ALLOW','address':'192.0.2.1','services':['FTP']}]};"
            + " rules[0].services; choice",
        "{'rules':[{'action':'ALLOW','address':'192.0.2.1','services':['API'],'port':1}]};"
            + " rules[0].port; unknown",
      })
  void theFieldAtFaultIsNamed(String json, String field, String code) {
    assertThat(wrong(json.replace('\'', '"')))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.field()).isEqualTo(field);
              assertThat(problem.code()).isEqualTo(code);
              assertThat(problem.message()).contains(field);
            });
  }

  @Test
  void aCommentIsOneLine() {
    AccessRule rule = new AccessRule(Action.DENY, "192.0.2.1", List.of(Service.API), "a\nb");
    assertThat(new AccessRules(List.of(rule), Action.ALLOW).check())
        .singleElement()
        .satisfies(problem -> assertThat(problem.field()).isEqualTo("rules[0].comment"));
  }

  @Test
  void thereAreNotTooMany() {
    AccessRule rule = new AccessRule(Action.DENY, "192.0.2.1", List.of(Service.API), "");
    assertThat(
            new AccessRules(Collections.nCopies(AccessRules.MOST + 1, rule), Action.ALLOW).check())
        .singleElement()
        .satisfies(problem -> assertThat(problem.field()).isEqualTo("rules"));
  }

  @Test
  void addressesGetTheirOneSpelling() {
    AccessRule typed =
        new AccessRule(
            Action.ALLOW,
            " 2001:DB8::/32 ",
            List.of(Service.METRICS, Service.PORTAL, Service.PORTAL),
            " why ");
    AccessRules rules = new AccessRules(List.of(typed), Action.DENY).canonical();
    assertThat(rules.rules())
        .containsExactly(
            new AccessRule(
                Action.ALLOW,
                "2001:db8:0:0:0:0:0:0/32",
                List.of(Service.PORTAL, Service.METRICS),
                "why"));
    assertThat(AccessRulesJson.parse(AccessRulesJson.write(rules).toString())).isEqualTo(rules);
  }

  @Test
  void theAuditLogIsToldWhatDiffers() {
    AccessRule office = new AccessRule(Action.ALLOW, "192.0.2.0/24", List.of(Service.API), "");
    AccessRule other = new AccessRule(Action.DENY, "192.0.2.9", List.of(Service.SSH), "");
    AccessRules before = new AccessRules(List.of(office), Action.ALLOW);
    assertThat(AccessDifferences.of(before, new AccessRules(List.of(other), Action.DENY)))
        .isEqualTo(
            "defaultAction: ALLOW → DENY, - ALLOW 192.0.2.0/24 [API], + DENY 192.0.2.9 [SSH]");
    assertThat(
            AccessDifferences.of(
                new AccessRules(List.of(office, other), Action.DENY),
                new AccessRules(List.of(other, office), Action.DENY)))
        .isEqualTo("the order of the rules");
  }
}
