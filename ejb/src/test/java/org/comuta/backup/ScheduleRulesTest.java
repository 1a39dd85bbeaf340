package org.comuta.backup;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import org.comuta.description.Json;
import org.comuta.description.Parsed;
import org.comuta.description.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleRulesTest {
  private static final ScheduleRules RULES =
      new ScheduleRules(
          List.of("configuration", "users"),
          Path.of("/state/backups"),
          List.of(Path.of("/mnt/backups")));

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "'{}' | ",
        "'{\"folder\":\"kept/here\"}' | ",
        "'{\"folder\":\"/mnt/backups\"}' | ",
        "'{\"folder\":\"/mnt/backups/exchange\"}' | ",
        "'{\"folder\":\"/state/backups/x\"}' | ",
        "'{\"folder\":\"..\"}' | folder",
        "'{\"folder\":\"../keys\"}' | folder",
        "'{\"folder\":\"a/../../keys\"}' | folder",
        "'{\"folder\":\"/mnt/backups/../other\"}' | folder",
        "'{\"folder\":\"/mnt/backups-2\"}' | folder",
        "'{\"folder\":\"/etc\"}' | folder",
        "'{\"time\":\"24:00\"}' | time",
        "'{\"time\":\"3:00\"}' | time",
        "'{\"time\":\"23:59\"}' | ",
        "'{\"timeZone\":\"America/Sao_Paulo\"}' | ",
        "'{\"timeZone\":\"Moon\"}' | timeZone",
        "'{\"parts\":[\"users\"]}' | ",
        "'{\"parts\":[\"users\",\"sounds\"]}' | parts",
        "'{\"rhythm\":\"HOURLY\"}' | rhythm",
        "'{\"dayOfMonth\":32}' | dayOfMonth",
        "'{\"destination\":\"SFTP\"}' | host userName",
        "'{\"destination\":\"SFTP\",\"host\":\"a\",\"userName\":\"u\",\"folder\":\"/any\"}' | ",
        "'{\"destination\":\"SFTP\",\"host\":\"a\",\"userName\":\"u\",\"fingerprint\":\"x\"}' |"
            + " fingerprint",
        "'{\"destination\":\"FTPS\",\"host\":\"a\",\"userName\":\"u\",\"fingerprint\":\"AB\"}' |"
            + " fingerprint",
        "'{\"destination\":\"FTP\",\"host\":\"a b\",\"userName\":\"u\"}' | host",
        "'{\"keepCount\":-1}' | keepCount",
        "'{\"timeLimit\":5}' | timeLimit",
      })
  void whatASchedulesFieldsMustBe(String body, String wrong) {
    JsonObject given = Json.object(Json.parse(body)).add("name", "nightly").build();
    Parsed<BackupSchedule> parsed = ScheduleRules.KIND.description().parse(given);
    BackupSchedule schedule = parsed.object();
    List<Problem> problems = schedule == null ? parsed.problems() : RULES.check(schedule);

    assertThat(problems)
        .extracting(Problem::field)
        .containsExactlyInAnyOrder(wrong == null ? new String[0] : wrong.split(" ", -1));
    assertThat(problems).allSatisfy(one -> assertThat(one.message()).startsWith(one.field()));
  }
}
