package org.comuta.portal.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.comuta.cdr.textfile.RecordLine;
import org.comuta.configuration.Kinds;
import org.comuta.configuration.ObjectProblem;
import org.comuta.description.Json;
import org.comuta.description.ObjectDescription;
import org.comuta.description.Problem;
import org.comuta.description.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemTextTest {
  private static final ObjectDescription<?> NAP =
      Kinds.catalogue().kind("nap").orElseThrow().description();
  private static final ProblemText PORTUGUESE =
      new ProblemText(NAP, Locale.forLanguageTag("pt-BR"));

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "port    | 99999      | Deve ser um número inteiro de 0 a 65535.",
        "port    | \"x\"      | Deve ser um número inteiro de 0 a 65535.",
        "maxCalls| -1         | Deve ser um número inteiro de 0 a 1000000.",
        "domain  | \"\"       | Obrigatório.",
        "domain  | \"a..b\"   | Deve ser um nome de host, um endereço IPv4 ou IPv6 (sem"
            + " colchetes).",
        "proxies | [\"a:0\"]  | Deve ser HOST, HOST:PORTA ou [IPv6]:PORTA.",
        "mediaAddress | \"x\" | Deve ser um endereço IPv4 ou IPv6 (sem colchetes).",
        "description | \"a\\u0007\" | Tem um caractere de controle na posição 2.",
      })
  void whatTheDescriptionRefusesIsToldInTheLanguage(String field, String value, String text) {
    var body =
        Json.object(Json.parse("{\"name\": \"a\", \"domain\": \"192.0.2.1\"}"))
            .add(field, Json.parse("{\"v\": " + value + "}").get("v"))
            .build();

    assertThat(NAP.parse(body).problems())
        .singleElement()
        .extracting(PORTUGUESE::of)
        .isEqualTo(text);
  }

  @Test
  void whatARuleSaysIsToldInItsWords() {
    Problem conflict = new Problem("domain", "conflict", "domain: taken.");

    assertThat(PORTUGUESE.of(conflict)).isEqualTo("taken.");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "${          | Há um '${' que não é '${campo}' nem '${campo:padrão}'.",
        "${numero}   | O campo numero não existe.",
        "${id:HH}    | O campo id não é um momento: não aceita padrão.",
      })
  void whatARuleOfOursSaysIsToldInTheLanguage(String format, String text) {
    assertThat(RecordLine.problems(format))
        .first()
        .extracting(problem -> ProblemText.ofRule(problem, Locale.forLanguageTag("pt-BR")))
        .isEqualTo(text.replace("'", ""));
  }

  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "INTERFACE_PORT_TAKEN | UDP;[2001:db8::1]:5060;office | A porta UDP [2001:db8::1]:5060 já"
            + " é da interface office.",
        "INTERFACE_PORT_OF_SERVER | UDP;192.0.2.1:5060 | Na porta UDP 192.0.2.1:5060 escuta o"
            + " próprio servidor: escolha outra.",
        "INTERFACE_PORT_CLOSED | TCP;192.0.2.1:5060;Address already in use | Não foi possível"
            + " abrir a porta TCP 192.0.2.1:5060: Address already in use.",
        "INTERFACE_SHUTS_OUT | office;API | Você ficaria de fora: a interface office não oferece"
            + " API, que você está usando ali.",
        "INTERFACE_WITHOUT_TRANSPORT | office;TCP | A interface office não tem porta para TCP.",
        "MEDIA_PORT_FIRST | 1024 | Deve ser um número par a partir de 1024, ou 0 como a última"
            + " porta.",
      })
  void whatIsWrongWithInterfacesIsToldInTheLanguage(Rule rule, String named, String text) {
    Problem problem =
        new Problem("services", "conflict", "…").by(rule, (Object[]) named.split(";", -1));

    assertThat(PORTUGUESE.of(problem)).isEqualTo(text);
  }

  @Test
  void aProblemOfAnObjectNamesKindObjectAndField() {
    Problem disabled =
        new Problem("originNap", "warning", "…").by(Rule.ROUTE_NAP_DISABLED, "carrier");

    assertThat(
            ProblemText.of(
                new ObjectProblem("route", "incoming", disabled),
                Kinds.catalogue(),
                Locale.forLanguageTag("pt-BR")))
        .isEqualTo(
            "Rota incoming, NAP de origem: A rota não recebe chamadas: o NAP carrier está"
                + " desabilitado.");
  }
}
