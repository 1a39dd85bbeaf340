package org.comuta.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.comuta.Sample;
import org.comuta.database.HibernateDatabase;
import org.comuta.description.Catalogue;
import org.comuta.description.Described;
import org.comuta.description.Field;
import org.comuta.description.Json;
import org.comuta.description.ObjectDescription;
import org.comuta.description.ObjectKind;
import org.comuta.description.ObjectSet;
import org.comuta.description.Problem;
import org.comuta.description.Syntax;
import org.comuta.secret.Secret;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Secrets on their way through the saved configuration, with a kind that has two. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecretFieldsTest {
  private static final Edit EDIT = Edit.by(new Editor("ana", "192.0.2.77"));

  /** A kind with a secret that must be there and one that need not. */
  @Described(kind = "account", path = "accounts")
  public record Account(
      @Field(required = true, syntax = Syntax.NAME) String name,
      @Field String user,
      @Field(required = true, maxLength = 12) Secret password,
      @Field Secret pin) {}

  private static Catalogue with(ObjectKind<?> kind) {
    return new Catalogue(
        Stream.concat(Kinds.catalogue().kinds().stream(), Stream.of(kind)).toList());
  }

  private TestServer server;

  @BeforeAll
  void connect() {
    server = new TestServer(HibernateDatabase.h2(), with(ObjectKind.of(Account.class)));
  }

  @BeforeEach
  void empty() {
    server.empty();
  }

  @AfterAll
  void close() {
    server.close();
  }

  private Saved put(String body) {
    return server.objects.put("account", "a", Sample.json(body), EDIT);
  }

  private List<String> stored() {
    return server.database.call(
        entities ->
            entities
                .createQuery("select o.body from ObjectEntity o", String.class)
                .getResultList());
  }

  private String live() {
    server.apply.apply(EDIT);
    Account account = server.live.current().objects(Account.class).getFirst();
    return opened(account.password(), "password") + "/" + opened(account.pin(), "pin");
  }

  private String opened(Secret secret, String field) {
    assertThat(secret.isPlain()).isFalse();
    return secret.open(server.secrets, Secret.place("account", "a", field));
  }

  @Test
  void aSecretIsStoredSealedShownMaskedAndOpenedWhereItIsUsed() {
    Saved saved = put("{'password': 'open sesame'}");

    assertThat(saved.object().body())
        .containsEntry("password", Json.value(Secret.MASK))
        .containsEntry("pin", Json.value(""));
    assertThat(server.objects.get("account", "a").body()).isEqualTo(saved.object().body());
    assertThat(server.objects.list("account", ObjectQuery.page(0, 10)).items())
        .singleElement()
        .isEqualTo(saved.object());
    assertThat(stored()).singleElement().asString().doesNotContain("sesame").contains("sealed:");
    assertThat(live()).isEqualTo("open sesame/");
  }

  private ImportRequest file(ImportMode mode, String fields) {
    ImportObject object = new ImportObject("account", "a", Sample.json(fields), 1, Map.of());
    return new ImportRequest(List.of(object), Set.of("account"), List.of(), mode, false, false);
  }

  @Test
  void anImportSealsWhatItBringsAndKeepsWhatItMasks() {
    put("{'password': 'first', 'pin': '1234'}");

    Imported imported =
        server.imports.run(
            file(ImportMode.REPLACE, "{'user': 'u', 'password': '********', 'pin': '9'}"), EDIT);

    assertThat(imported.changes().toString()).doesNotContain("1234").doesNotContain("sealed");
    assertThat(stored()).singleElement().asString().doesNotContain("\"9\"");
    assertThat(live()).isEqualTo("first/9");
    assertThat(
            server
                .imports
                .run(file(ImportMode.MERGE, "{'user': 'u', 'pin': '9'}"), EDIT)
                .unchanged())
        .isEqualTo(1);
    assertThat(live()).isEqualTo("first/9");
  }

  @Test
  void anImportWithoutASecretThatMustBeThereIsRefused() {
    ImportRequest request = file(ImportMode.MERGE, "{'password': '********'}");

    assertThatExceptionOfType(InvalidConfigurationException.class)
        .isThrownBy(() -> server.imports.run(request, EDIT))
        .satisfies(
            e ->
                assertThat(e.problems())
                    .extracting(one -> one.problem().field(), ObjectProblem::line)
                    .containsExactly(tuple("password", 1)));
  }

  @Test
  void anExportHasSecretsOnlyWhenTheyAreWanted() {
    put("{'password': 'first', 'pin': '1234'}");

    assertThat(server.objects.export(Set.of("account"), false).objects())
        .singleElement()
        .isEqualTo(server.objects.get("account", "a"));
    assertThat(server.objects.export(Set.of("account"), true).objects().getFirst().body())
        .containsEntry("password", Json.value("first"))
        .containsEntry("pin", Json.value("1234"));
    assertThat(server.objects.export(Set.of("nap"), true).objects()).isEmpty();
  }

  @Test
  void noSecretIsFoundOutByAFilter() {
    put("{'password': 'first'}");

    assertThat(found("first")).isZero();
    assertThat(found(Secret.MASK)).isEqualTo(1);
  }

  private long found(String password) {
    ObjectQuery query = new ObjectQuery(Map.of("password", password), 0, 9);
    return server.objects.list("account", query).total();
  }

  @Test
  void whatIsNotGivenAgainIsKept() {
    put("{'password': 'first', 'pin': '1234'}");
    put("{'user': 'u1'}");
    put("{'user': 'u2', 'password': null, 'pin': '********'}");

    assertThat(live()).isEqualTo("first/1234");
  }

  @Test
  void theSameAgainIsNoChangeAndAnotherOrAnEmptyOneIs() {
    put("{'password': 'first', 'pin': '1234'}");

    assertThat(put("{'password': 'first', 'pin': '1234'}").change()).isEqualTo(Change.UNCHANGED);
    assertThat(put("{'pin': ''}").change()).isEqualTo(Change.UPDATED);
    assertThat(put("{'password': 'second'}").change()).isEqualTo(Change.UPDATED);
    assertThat(live()).isEqualTo("second/");
  }

  @Test
  void historyTellsThatASecretChangedAndNotToWhat() {
    put("{'password': 'first'}");
    put("{'password': 'second', 'pin': '1'}");

    JsonValue masked = Json.value(Secret.MASK);
    assertThat(server.revisions.get(2).changes().getFirst().fields())
        .extracting(FieldDiff::field, FieldDiff::before, FieldDiff::after)
        .containsExactly(tuple("password", masked, masked), tuple("pin", Json.value(""), masked));
    assertThat(server.revisions.diff(1, 2).objects()).isEqualTo(server.revisions.get(2).changes());
  }

  @Test
  void aRestoreBringsTheSecretBack() {
    put("{'password': 'first'}");
    put("{'password': 'second'}");
    server.revisions.restore(1, EDIT);

    assertThat(live()).isEqualTo("first/");
  }

  @Test
  void aSecretThatMustBeThereIsAskedForAndItsFieldIsChecked() {
    refused("{}", "required");
    refused("{'password': '********'}", "required");
    refused("{'password': ''}", "required");
    refused("{'password': 'longer than twelve'}", "length");
    refused("{'password': 'a\\u0007b'}", "syntax");
    refused("{'password': 7}", "type");
  }

  private void refused(String body, String code) {
    assertThatExceptionOfType(InvalidConfigurationException.class)
        .isThrownBy(() -> put(body))
        .satisfies(
            refusal ->
                assertThat(refusal.problems())
                    .extracting(ObjectProblem::problem)
                    .extracting(Problem::field, Problem::code)
                    .containsExactly(tuple("password", code)));
  }

  @Test
  void rulesSeeTheSecretThatIsKept() {
    ObjectKind<Account> plain = ObjectKind.of(Account.class);
    ObjectKind<Account> strict =
        new ObjectKind<>() {
          @Override
          public ObjectDescription<Account> description() {
            return plain.description();
          }

          @Override
          public List<Problem> check(Account account, ObjectSet all) {
            return account.pin().isEmpty()
                ? List.of(new Problem("pin", "conflict", "pin is needed here."))
                : List.of();
          }
        };
    try (TestServer other = new TestServer(HibernateDatabase.h2(), with(strict))) {
      other.objects.put("account", "a", Sample.json("{'password': 'p', 'pin': '1'}"), EDIT);
      Saved kept = other.objects.put("account", "a", Sample.json("{'user': 'u'}"), EDIT);

      assertThat(kept.change()).isEqualTo(Change.UPDATED);
    }
  }

  @Test
  void nothingThatCanBeReadReachesTheTables() {
    SecretFields fields = new SecretFields(server.catalogue, server.secrets);
    for (Secret secret : List.of(Secret.plain("text"), Secret.KEPT)) {
      PendingChange change =
          new PendingChange(
              "account",
              "a",
              null,
              Json.object().add("password", Json.value(secret.stored())).build());

      assertThatIllegalStateException().isThrownBy(() -> fields.mustBeSealed(change));
    }
  }

  @Test
  void whoLostTheKeysGivesTheSecretAgain() {
    put("{'password': 'first'}");
    try (TestServer other =
        new TestServer(HibernateDatabase.h2(), with(ObjectKind.of(Account.class)))) {
      SecretFields elsewhere = new SecretFields(other.catalogue, other.secrets);
      JsonObject stored = Json.parse(stored().getFirst());
      JsonObject given = Json.object(stored).add("password", "plain:first").build();

      JsonObject settled = elsewhere.settled("account", "a", given, stored);

      Secret anew = Secret.of(settled.getString("password"));
      assertThat(anew.open(other.secrets, Secret.place("account", "a", "password")))
          .isEqualTo("first");
    }
  }
}
