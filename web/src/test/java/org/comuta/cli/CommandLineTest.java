package org.comuta.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.comuta.cli.command.Commands;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CommandLineTest {
  private final FakeApi api = new FakeApi();
  private final FakeConsole console = new FakeConsole();
  private final CommandLine commandLine =
      new CommandLine(
          Session.begin("maria", language -> api, null), Commands.all(Path.of("no-such-log")));

  private ExitCode run(String line) {
    return commandLine.run(line, console).exitCode();
  }

  @ParameterizedTest(name = "{0} → {1} {2}")
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "``                          # DONE      # ``",
        "fly                         # MISUSED   # There is no command 'fly'; help lists them.",
        "show                        # MISUSED   # SUBJECT is missing here; help tells more.",
        "show planes                 # MISUSED   # There is no subject 'planes'; help lists them.",
        "show \"naps                 # MISUSED   # A quote \" is not closed.",
        "show naps --fast            # MISUSED   # There is no option --fast.",
        "show nap nobody             # MISSING   # There is nothing.",
        "set nap carrier             # MISUSED   # FIELD=VALUE is missing here; help tells more.",
        "set nap carrier domain      # MISUSED   # domain needs a value: domain=…",
        "set calls c1 state=x        # MISUSED   # calls cannot be changed in this way: help calls"
            + " tells more.",
        "restore monday              # MISUSED   # monday is not the number of a revision.",
        "delete nap carrier          # MISUSED   # Nobody can be asked here; add --yes.",
        "watch calls                 # MISUSED   # This needs a terminal.",
        "password                    # MISUSED   # This needs a terminal.",
        "show naps --json --csv      # MISUSED   # Choose one of --json, --csv and --yaml.",
        "help planes                 # MISUSED   # There is no command and no subject 'planes'.",
      })
  void whatCannotBeDoneIsTold(String line, ExitCode exitCode, String problem) {
    api.answer("GET calls", 200, "{\"items\":[],\"total\":0}");
    assertThat(run(line)).isEqualTo(exitCode);
    assertThat(console.notes)
        .isEqualTo(problem == null || problem.isEmpty() ? List.of() : List.of(problem));
  }

  static Stream<Arguments> requests() {
    return Stream.of(
        Arguments.of("show naps", "GET naps"),
        Arguments.of("show nap", "GET naps"),
        Arguments.of("show routes originNap=carrier page=1", "GET routes?originNap=carrier&page=1"),
        Arguments.of("show nap carrier users", "GET naps/carrier/users"),
        Arguments.of("users role=OPERATOR", "GET users?role=OPERATOR"),
        Arguments.of("revisions", "GET configuration/revisions"),
        Arguments.of("pending", "GET configuration/pending"),
        Arguments.of("diff", "GET configuration/diff"),
        Arguments.of("diff 4 7 kind=nap", "GET configuration/diff?kind=nap&from=4&to=7"),
        Arguments.of("history nap carrier", "GET naps/carrier/history"),
        Arguments.of("apply", "POST configuration/apply"),
        Arguments.of("apply comment new carrier", "POST configuration/apply?comment=new carrier"),
        Arguments.of(
            "restore 3 --yes --comment=\"back to Monday\"",
            "POST configuration/restore {\"revision\":3,\"comment\":\"back to Monday\"}"),
        Arguments.of(
            "create nap carrier domain=192.0.2.1 port=5062 enabled=false --comment=x",
            "POST naps?comment=x"
                + " {\"domain\":\"192.0.2.1\",\"port\":5062,\"enabled\":false,\"name\":\"carrier\"}"),
        Arguments.of(
            "create route in originNap=carrier retryCauses=27,34",
            "POST routes {\"originNap\":\"carrier\",\"retryCauses\":[27,34],\"name\":\"in\"}"),
        Arguments.of("delete nap carrier --yes", "DELETE naps/carrier"),
        Arguments.of("hangup c1 --yes", "DELETE calls/c1"),
        Arguments.of("whoami", "GET account"));
  }

  @ParameterizedTest(name = "{0} asks {1}")
  @MethodSource("requests")
  void aCommandIsARequestOfTheApi(String line, String request) {
    api.answer(request.replaceFirst("[?{].*", "").strip(), 200, "{\"items\":[],\"revision\":4}");
    assertThat(run(line)).as(() -> console.notes.toString()).isEqualTo(ExitCode.DONE);
    assertThat(api.asked).containsExactly(request);
  }

  @Test
  void setKeepsWhatIsNotNamedAndOverwritesNobody() {
    api.answer(
            "GET naps/carrier", 200, "{\"name\":\"carrier\",\"domain\":\"a\",\"port\":1}", "\"7\"")
        .answer("PUT naps/carrier", 200, "{}");
    assertThat(run("set nap carrier port=5060")).isEqualTo(ExitCode.DONE);
    assertThat(api.asked.getLast())
        .isEqualTo("PUT naps/carrier {\"name\":\"carrier\",\"domain\":\"a\",\"port\":5060}");
    assertThat(api.requests.getLast().ifMatch()).isEqualTo("\"7\"");
    assertThat(console.notes).containsExactly("nap carrier is saved; apply makes it live.");
  }

  @Test
  void ofAUserOnlyWhatCanBeWrittenIsWritten() {
    api.answer(
            "GET users/joao",
            200,
            "{\"name\":\"joao\",\"fullName\":\"J\",\"createdAt\":\"x\",\"enabled\":true}")
        .answer("PUT users/joao", 200, "{}");
    assertThat(run("set user joao enabled=false rights.monitoring=READ")).isEqualTo(ExitCode.DONE);
    assertThat(api.asked.getLast())
        .isEqualTo(
            "PUT users/joao"
                + " {\"fullName\":\"J\",\"enabled\":false,\"rights\":{\"monitoring\":\"READ\"}}");
  }

  @Test
  void aSecretWithoutValueIsAskedForUnseen() {
    api.answer("GET naps/carrier", 200, "{\"name\":\"carrier\"}")
        .answer("PUT naps/carrier", 200, "{}");
    console.answers.add("hidden");
    assertThat(run("set nap carrier password")).isEqualTo(ExitCode.DONE);
    assertThat(api.asked.getLast()).endsWith("{\"name\":\"carrier\",\"password\":\"hidden\"}");
  }

  @ParameterizedTest(name = "answered {0}: {1}")
  @CsvSource({"yes, DONE, 1", "YES, DONE, 1", "no, REFUSED, 0", ", REFUSED, 0"})
  void aDangerousCommandAsksFirst(String answer, ExitCode exitCode, int requests) {
    api.answer("DELETE naps/carrier", 204, "");
    console.interactive = true;
    if (answer != null) {
      console.answers.add(answer);
    }
    assertThat(run("delete nap carrier")).isEqualTo(exitCode);
    assertThat(api.asked).hasSize(requests);
  }

  @Test
  void everythingThatIsWrongIsToldByItsField() {
    api.answer(
        "POST naps",
        422,
        """
        {"detail":"port must be a whole number.","errors":[
          {"field":"port","message":"port must be a whole number."},
          {"field":"domain","message":"domain is required."}]}
        """);
    assertThat(run("create nap carrier port=x")).isEqualTo(ExitCode.REFUSED);
    assertThat(console.notes)
        .containsExactly("port must be a whole number.", "  domain is required.");
  }

  @Test
  void aSessionThatHasEndedTakesNoMore() {
    api.answer("GET naps", 401, "{}");
    assertThat(commandLine.run("show naps", console))
        .isEqualTo(new CommandLine.Outcome(ExitCode.FORBIDDEN, true));
    assertThat(console.notes).containsExactly("Your session has ended.");
  }

  @Test
  void aListIsATableOfWhatDiffersFromWhatCountsAnyway() {
    api.answer(
        "GET naps",
        200,
        """
        {"items":[
          {"name":"carrier","domain":"192.0.2.10","port":5060,"enabled":true,"transport":"TLS"},
          {"name":"office","domain":"192.0.2.20","port":5060,"enabled":true,"transport":"UDP"}],
         "total":7,"page":0,"size":2}
        """);
    assertThat(run("show naps size=2")).isEqualTo(ExitCode.DONE);
    assertThat(console.out)
        .containsExactly(
            "name     domain      transport",
            "carrier  192.0.2.10  TLS",
            "office   192.0.2.20  UDP");
    assertThat(console.notes).containsExactly("2 of 7; page=1 shows the next.");
  }

  @Test
  void programsGetJsonCsvAndYaml() {
    api.answer(
        "GET naps",
        200,
        "{\"items\":[{\"name\":\"a,b\",\"port\":5060,\"codecs\":[\"x\",\"y\"]}],\"total\":1}");
    run("show naps --csv");
    assertThat(console.out).containsExactly("name,port,codecs", "\"a,b\",5060,x y");
    console.out.clear();
    run("show naps --csv --columns=port,name");
    assertThat(console.out).containsExactly("port,name", "5060,\"a,b\"");
    console.out.clear();
    run("show naps --json");
    assertThat(Samples.json(String.join("\n", console.out)).getInt("total")).isEqualTo(1);
    console.out.clear();
    run("show naps --yaml");
    assertThat(console.out).contains("total: 1");
    assertThat(console.notes).isEmpty();
  }

  @Test
  void changesAreRowsOfFields() {
    api.answer(
        "GET configuration/diff",
        200,
        """
        {"from":1,"to":2,"objects":[
          {"kind":"nap","name":"carrier","change":"UPDATED","fields":[
            {"field":"port","before":5060,"after":5062},
            {"field":"enabled","before":true,"after":false}]},
          {"kind":"nap","name":"office","change":"DELETED","fields":[]}]}
        """);
    run("diff 1 2");
    assertThat(console.out)
        .containsExactly(
            "kind  name     change   field    before  after",
            "nap   carrier  UPDATED  port     5060    5062",
            "nap   carrier  UPDATED  enabled  true    false",
            "nap   office   DELETED");
  }

  @Test
  void whoMayNotSeeTheLogDoesNot() {
    api.answer("GET account", 200, "{\"effectiveRights\":{\"diagnostics\":\"NONE\"}}");
    assertThat(run("logs")).isEqualTo(ExitCode.FORBIDDEN);
    assertThat(console.notes)
        .containsExactly("This needs the right SEE_DIAGNOSTICS, which you have not.");
  }

  @Test
  void statisticsAreReadFromTheMetrics() {
    api.answer("/metrics", 200, "");
    assertThat(run("statistics")).isEqualTo(ExitCode.DONE);
    assertThat(console.notes).containsExactly("None.");
  }

  @Test
  void aRemarkIsNothing() {
    assertThat(run("# show naps")).isEqualTo(ExitCode.DONE);
    assertThat(api.asked).isEmpty();
  }

  @Test
  void exitEnds() {
    assertThat(commandLine.run("exit", console))
        .isEqualTo(new CommandLine.Outcome(ExitCode.DONE, true));
  }
}
