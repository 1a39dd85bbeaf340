package org.comuta.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import javax.sql.DataSource;
import org.comuta.Sample;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** A server with a configuration of its own for each test, on whichever database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ConfigurationContract {
  static final Editor ANA = new Editor("ana", "192.0.2.77");
  static final Edit EDIT = Edit.by(ANA);

  TestServer server;

  abstract DataSource database();

  @BeforeAll
  void connect() {
    server = new TestServer(database());
  }

  @BeforeEach
  void start() {
    server.empty();
  }

  @AfterAll
  void stop() {
    server.close();
  }

  final Saved put(String kind, String name, String body) {
    return server.objects.put(kind, name, Sample.json(body), EDIT);
  }

  final void twoNapsAndARoute() {
    put("nap", "in", "{'domain': '192.0.2.1'}");
    put("nap", "out", "{'domain': '192.0.2.2'}");
    put("route", "r", "{'originNap': 'in', 'destinationNap': 'out'}");
  }

  final void refused(String field, String code, Runnable change) {
    assertThatExceptionOfType(InvalidConfigurationException.class)
        .isThrownBy(change::run)
        .satisfies(
            e ->
                assertThat(e.problems())
                    .extracting(one -> one.problem().field(), one -> one.problem().code())
                    .containsExactly(tuple(field, code)));
  }
}
