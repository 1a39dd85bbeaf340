package org.comuta.logging.line;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LogComponentTest {
  @ParameterizedTest
  @CsvSource({
    "org.comuta.trace.sip, SIP_MESSAGES",
    "org.comuta.trace.media, MEDIA_MESSAGES",
    "org.comuta.sip.container.transport.UdpTransport, SIP",
    "org.comuta.sip.callcontrol.leg.Leg, CALLS",
    "org.comuta.survival.SurvivingCalls, CALLS",
    "org.comuta.routing.RouteTable, ROUTING",
    "org.comuta.admission, ROUTING",
    "org.comuta.media.ra.SharedEngine, MEDIA",
    "org.comuta.cdr.journal.Journal, RECORDS",
    "org.comuta.configuration.ApplyService, CONFIGURATION",
    "org.comuta.identity.Authenticator, IDENTITY",
    "org.comuta.security.ComutaAuthentication, IDENTITY",
    "org.comuta.schema.SchemaBean, DATABASE",
    "org.comuta.portal.Account, PORTAL",
    "org.comuta.rest.ProblemMappers, API",
    "org.comuta.background.BackgroundThread, EXCHANGE",
    "org.comuta.siphon.NotSip, EXCHANGE",
    "org.comutations.Other, SERVER",
    "org.jboss.as.server, SERVER",
    "'', SERVER",
  })
  void theLongestNameThatFitsDecides(String logger, LogComponent component) {
    assertThat(LogComponent.of(logger)).isEqualTo(component);
  }

  @ParameterizedTest
  @EnumSource(LogComponent.class)
  void everyLoggerOfTheListIsOfItsComponent(LogComponent component) {
    assertThat(component.loggers()).isNotEmpty();
    assertThat(component.loggers())
        .allSatisfy(logger -> assertThat(LogComponent.of(logger)).isEqualTo(component));
  }
}
