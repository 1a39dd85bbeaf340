package org.comuta.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.comuta.cli.command.Commands;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProposalsTest {
  private final FakeApi api =
      new FakeApi()
          .answer("GET naps", 200, "{\"items\":[{\"name\":\"carrier\"},{\"name\":\"castle\"}]}")
          .answer("GET calls", 200, "{\"items\":[{\"callId\":\"c1\"}]}");
  private final CommandLine commandLine =
      new CommandLine(Session.begin("maria", language -> api, null), Commands.all(Path.of("log")));

  /** The bar stands where the cursor is. */
  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "sh|                             # show",
        "re|                             # restore revisions",
        "fly |                           # ``",
        "show n|                         # naps",
        "show u|                         # users",
        "show naps ca|                   # carrier castle",
        "show naps car|                  # carrier",
        "show naps tr|                   # transport=",
        "show naps transport=T|          # transport=TCP transport=TLS",
        "show users role=O|              # role=OPERATOR",
        "set n|                          # nap",
        "set nap carrier en|             # enabled=",
        "set nap carrier enabled=|       # enabled=true enabled=false",
        "set nap carrier port=1 p|       # password=",
        "create route x originNap=|      # originNap=carrier originNap=castle",
        "set user joao rights.|          # rights.monitoring=",
        "set user joao rights.monitoring=R| # rights.monitoring=READ",
        "delete nap ca|                  # carrier castle",
        "hangup |                        # c1",
        "help nap do|                    # domain",
        "watch st|                       # statistics",
        "logs f|                         # follow",
      })
  void theTabKeyOffersWhatIsPossible(String line, String offered) {
    String typed = line.strip().substring(0, line.strip().length() - 1);
    List<String> words = new ArrayList<>(Words.of(typed).texts());
    String prefix = typed.endsWith(" ") ? "" : words.removeLast();
    assertThat(commandLine.proposals(words, prefix))
        .extracting(Command.Proposal::word)
        .containsExactlyElementsOf(
            offered == null || offered.isEmpty() ? List.of() : List.of(offered.split(" ", -1)));
  }
}
