package org.comuta.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.comuta.Sample;
import org.comuta.listing.Condition;
import org.comuta.listing.Order;
import org.comuta.listing.SearchText;
import org.comuta.listing.Selection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is found among the saved objects and revisions, on whichever database. */
abstract class ListingContract extends ConfigurationContract {
  @Test
  void objectsAreListedByNameInPagesAndByAnyField() {
    for (String name : List.of("b", "A", "c", "_", "a", "B")) {
      String tcp = name.equals("c") ? ", 'transport': 'TCP', 'proxies': ['p.example']" : "";
      int port = 5000 + name.charAt(0);
      put("nap", name, "{'domain': '192.0.2.1', 'port': " + port + tcp + "}");
    }

    Listing<StoredObject> page = server.objects.list("nap", ObjectQuery.page(1, 3));
    assertThat(page.total()).isEqualTo(6);
    assertThat(page.items()).extracting(StoredObject::name).containsExactly("B", "_", "a");
    assertThat(server.objects.list("nap", ObjectQuery.page(9, 3)).items()).isEmpty();
    assertThat(found(Map.of("transport", "tcp"))).containsExactly("c");
    assertThat(found(Map.of("proxies", "p.example", "port", "5099"))).containsExactly("c");
    assertThat(found(Map.of("enabled", "false"))).isEmpty();
    refused("colour", "unknown", () -> found(Map.of("colour", "blue")));
    assertThatExceptionOfType(NotFoundException.class)
        .isThrownBy(() -> server.objects.list("piano", ObjectQuery.page(0, 1)));
  }

  private List<String> found(Map<String, String> filters) {
    return server.objects.list("nap", new ObjectQuery(filters, 0, 10)).items().stream()
        .map(StoredObject::name)
        .toList();
  }

  @Test
  void objectsAreSelectedAndSortedByAnyField() {
    for (String name : List.of("b", "A", "c", "d")) {
      String more = name.equals("c") ? ", 'transport': 'TCP', 'enabled': false" : "";
      int port = 5000 + name.charAt(0);
      put("nap", name, "{'domain': 'host" + name + ".example', 'port': " + port + more + "}");
    }
    assertThat(selected(Map.of(), "-port")).containsExactly("d", "c", "b", "A");
    assertThat(selected(Map.of(), "name")).containsExactly("A", "b", "c", "d");
    assertThat(selected(Map.of("domain", new Condition.Like("*HOSTB*")), "name"))
        .containsExactly("b");
    assertThat(selected(Map.of("enabled", new Condition.Is("true")), "-name"))
        .containsExactly("d", "b", "A");
    Condition ports = new Condition.Range(BigDecimal.valueOf(5_098), null, false);
    assertThat(selected(Map.of("port", ports), "name")).containsExactly("c", "d");
    refused("sort", "unknown", () -> selected(Map.of(), "colour"));
  }

  private List<String> selected(Map<String, Condition> conditions, String order) {
    Selection selection = new Selection(conditions, Order.parse(order).orElseThrow());
    return server.objects.list("nap", new ObjectQuery(selection, 0, 10)).items().stream()
        .map(StoredObject::name)
        .toList();
  }

  @Test
  void objectsAreFoundByNameAndByWhatIsWrittenInThem() {
    put("nap", "carrier", "{'domain': 'sip.example', 'description': 'Operadora São João'}");
    put("nap", "carrier-2", "{'domain': '192.0.2.7', 'maxCalls': 4711}");
    put("route", "to-carrier", "{'originNap': 'carrier', 'destinationNap': 'carrier-2'}");
    assertThat(hits("carrier"))
        .containsExactly("nap carrier ", "nap carrier-2 ", "route to-carrier ");
    assertThat(hits("sao joao")).containsExactly("nap carrier description");
    assertThat(hits("192.0.2")).containsExactly("nap carrier-2 domain");
    assertThat(hits("4711")).containsExactly("nap carrier-2 maxCalls");
    assertThat(hits("to carrier-2")).containsExactly("route to-carrier destinationNap");
    assertThat(hits("nothing of it")).isEmpty();
    assertThat(hits("")).isEmpty();
    put("nap", "carrier", "{'domain': 'sip.example'}");
    assertThat(hits("sao joao")).as("as saved last").isEmpty();
    assertThat(server.objects.search(SearchText.of("carrier"), 2)).hasSize(2);
  }

  private List<String> hits(String typed) {
    return server.objects.search(SearchText.of(typed), 10).stream()
        .map(found -> found.kind() + " " + found.name() + " " + found.field())
        .toList();
  }

  @Test
  void revisionsAreSelectedAndSortedByAnyField() {
    for (String name : List.of("a", "b", "c")) {
      Edit told = Edit.by(new Editor("user-" + name, "192.0.2.1")).because("Why " + name);
      String body = "{'domain': '" + name + ".example'}";
      server.objects.put("nap", name, Sample.json(body), told);
    }
    assertThat(revisions(Map.of(), null)).containsExactly(3L, 2L, 1L);
    assertThat(revisions(Map.of(), new Order("author", false))).containsExactly(1L, 2L, 3L);
    assertThat(revisions(Map.of(), new Order("changes", false))).containsExactly(3L, 2L, 1L);
    assertThat(revisions(Map.of("author", new Condition.Like("USER-B")), null)).containsExactly(2L);
    assertThat(revisions(Map.of("comment", new Condition.Like("*y c*")), null)).containsExactly(3L);
    Condition numbers = new Condition.Range(BigDecimal.ONE, BigDecimal.TWO, true);
    assertThat(revisions(Map.of("number", numbers, "changes", numbers), null))
        .containsExactly(2L, 1L);
    Condition since = new Condition.Period(TestServer.NOW, TestServer.NOW.plusSeconds(1));
    assertThat(revisions(Map.of("savedAt", since), null)).hasSize(3);
    assertThat(revisions(Map.of("savedAt", new Condition.Period(null, TestServer.NOW)), null))
        .isEmpty();
  }

  private List<Long> revisions(Map<String, Condition> conditions, @Nullable Order order) {
    Listing<Revision> found = server.revisions.list(new Selection(conditions, order), 0, 10);
    assertThat(found.total()).isEqualTo(found.items().size());
    return found.items().stream().map(Revision::number).toList();
  }
}
