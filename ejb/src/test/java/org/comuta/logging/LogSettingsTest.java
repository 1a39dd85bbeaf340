package org.comuta.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.groups.Tuple;
import org.comuta.description.Json;
import org.comuta.description.Problem;
import org.comuta.logging.line.LogComponent;
import org.comuta.logging.line.LogLevel;
import org.comuta.logging.syslog.SyslogFacility;
import org.comuta.logging.syslog.SyslogFraming;
import org.comuta.logging.syslog.SyslogTarget;
import org.comuta.logging.syslog.SyslogTransport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogSettingsTest {
  static final SyslogTarget TARGET =
      new SyslogTarget(
          "siem",
          true,
          "log.example.net",
          6514,
          SyslogTransport.TLS,
          SyslogFraming.OCTET_COUNTING,
          SyslogFacility.LOCAL3,
          LogLevel.WARN,
          "");

  /** The manuals: a trace overrules a level, and "never" overrules both. */
  @ParameterizedTest
  @CsvSource({
    // component, level, never, traced, what is written
    "SIP,          INFO,  false, false, INFO",
    "SIP,          DEBUG, false, false, DEBUG",
    "SIP,          WARN,  false, true,  TRACE",
    "SIP,          TRACE, true,  false, INFO",
    "SIP,          INFO,  true,  true,  INFO",
    "SIP,          ERROR, true,  false, ERROR",
    "SIP_MESSAGES, INFO,  false, true,  TRACE",
    "SERVER,       WARN,  false, false, WARN",
    "SERVER,       INFO,  false, true,  INFO",
  })
  void whatAComponentWrites(
      LogComponent component, LogLevel level, boolean never, boolean traced, LogLevel written) {
    LogSettings settings =
        new LogSettings(
            Map.of(component, level), never ? Set.of(component) : Set.of(), 20, 100, 0, List.of());
    assertThat(settings.level(component, traced)).isEqualTo(written);
    assertThat(settings.level(LogComponent.PORTAL, false)).isEqualTo(LogLevel.INFO);
  }

  @Test
  void whatIsShippedIsRight() {
    assertThat(LogSettings.SHIPPED.check()).isEmpty();
    assertThat(LogSettingsJson.read(Json.parse("{}")).value()).isEqualTo(LogSettings.SHIPPED);
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    LogSettings settings =
        new LogSettings(
            Map.of(LogComponent.SIP, LogLevel.DEBUG, LogComponent.SERVER, LogLevel.WARN),
            Set.of(LogComponent.MEDIA),
            5,
            50,
            7,
            List.of(TARGET));
    LogSettingsJson.Read<LogSettings> read =
        LogSettingsJson.read(Json.parse(LogSettingsJson.write(settings).toString()));
    assertThat(read.problems()).isEmpty();
    assertThat(read.value()).isEqualTo(settings);
    assertThat(LogSettings.SHIPPED.differences(settings))
        .contains("SIP: INFO → DEBUG", "keepDays: 0 → 7", "siem (TLS log.example.net:6514)");
    assertThat(settings.differences(settings)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"keepDays\":-1} | keepDays | range",
        "{\"keepDays\":99999999999} | keepDays | range",
        "{\"keepDays\":\"7\"} | keepDays | type",
        "{\"rotateMegabytes\":0} | rotateMegabytes | range",
        "{\"keepMegabytes\":9} | keepMegabytes | range",
        "{\"rotateMegabytes\":30,\"keepMegabytes\":20} | keepMegabytes | conflict",
        "{\"levels\":[]} | levels | type",
        "{\"levels\":{\"SIP\":\"LOUD\"}} | levels.SIP | choice",
        "{\"levels\":{\"PHONE\":\"INFO\"}} | levels.PHONE | unknown",
        "{\"levels\":{\"SERVER\":\"DEBUG\"}} | levels.SERVER | choice",
        "{\"neverTraced\":[\"PHONE\"]} | neverTraced | choice",
        "{\"colour\":1} | colour | unknown",
        "{\"syslog\":{}} | syslog | type",
        "{\"syslog\":[1]} | syslog[0] | type",
        "{\"syslog\":[{\"host\":\"a\"}]} | syslog[0].name | required",
        "{\"syslog\":[{\"name\":\"a b\",\"host\":\"a\"}]} | syslog[0].name | syntax",
        "{\"syslog\":[{\"name\":\"a\"}]} | syslog[0].host | required",
        "{\"syslog\":[{\"name\":\"a\",\"host\":\"300.1.1.1\"}]} | syslog[0].host | syntax",
        "{\"syslog\":[{\"name\":\"a\",\"host\":\"b\",\"port\":0}]} | syslog[0].port | range",
        "{\"syslog\":[{\"name\":\"a\",\"host\":\"b\",\"enabled\":1}]} | syslog[0].enabled | type",
        "{\"syslog\":[{\"name\":\"a\",\"host\":\"b\",\"transport\":\"X25\"}]} | syslog[0].transport"
            + " | choice",
        "{\"syslog\":[{\"name\":\"a\",\"host\":\"b\",\"colour\":1}]} | syslog[0].colour | unknown",
        "{\"syslog\":[{\"name\":\"a\",\"host\":\"b\"},{\"name\":\"a\",\"host\":\"c\"}]} |"
            + " syslog[1].name | conflict",
        "{\"syslog\":[{\"name\":\"a\",\"host\":\"b\",\"trustedCertificates\":\"x\"}]} |"
            + " syslog[0].trustedCertificates | syntax",
      })
  void whatIsWrongIsToldByItsField(String body, String field, String code) {
    assertThat(LogSettingsJson.read(Json.parse(body)).problems())
        .extracting(Problem::field, Problem::code)
        .contains(Tuple.tuple(field, code));
    assertThat(LogSettingsJson.read(Json.parse(body)).problems())
        .allSatisfy(
            problem ->
                assertThat(problem.message()).contains(problem.field().replaceAll(".*\\.", "")));
  }

  @Test
  void aServerHasTheUsualPortOfItsTransport() {
    assertThat(
            LogSettingsJson.readTarget(Json.parse("{\"name\":\"a\",\"host\":\"b\"}"))
                .value()
                .port())
        .isEqualTo(6514);
    assertThat(
            LogSettingsJson.readTarget(
                    Json.parse("{\"name\":\"a\",\"host\":\"b\",\"transport\":\"UDP\"}"))
                .value()
                .port())
        .isEqualTo(514);
  }
}
