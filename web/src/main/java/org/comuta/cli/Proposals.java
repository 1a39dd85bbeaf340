package org.comuta.cli;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.comuta.cli.Command.Proposal;

/** What could be typed for subjects, names, fields and values. */
public final class Proposals {
  /** Most names that are asked for. */
  private static final String MOST_NAMES = "500";

  private Proposals() {}

  /** Words for subjects: one of them, or many. */
  public static List<Proposal> subjects(Session session, Predicate<Subject> wanted, boolean many) {
    return session.vocabulary().all().stream()
        .filter(wanted)
        .map(one -> Proposal.of(many ? one.path() : one.one(), firstSentence(one.help())))
        .toList();
  }

  /** Names of what is there of a subject. */
  public static List<Proposal> names(Session session, Subject subject) {
    if (!subject.can(Subject.Verb.LIST)) {
      return List.of();
    }
    Api.Request request =
        Api.Request.get(subject.segments(), List.of()).with("size", MOST_NAMES).again();
    return session.api().send(request).items().stream()
        .flatMap(item -> Stream.of("name", "callId", "id").flatMap(key -> name(item, key)).limit(1))
        .map(name -> Proposal.of(name, ""))
        .toList();
  }

  private static Stream<String> name(JsonObject item, String key) {
    return item.get(key) instanceof JsonString name ? Stream.of(name.getString()) : Stream.of();
  }

  /** Fields with their equals sign, or the values of the field that the prefix names. */
  public static List<Proposal> fields(
      Session session, List<SubjectField> fields, Arguments before, String prefix) {
    int equals = prefix.indexOf('=');
    if (equals < 0) {
      return fields.stream()
          .filter(field -> field.list() || !before.fields().containsKey(field.name()))
          .map(
              field ->
                  new Proposal(
                      field.name() + "=", field.name(), firstSentence(field.help()), false))
          .toList();
    }
    String name = prefix.substring(0, equals);
    Optional<SubjectField> field =
        fields.stream().filter(one -> one.name().equals(name)).findFirst();
    return field.map(one -> values(session, one, prefix, equals + 1)).orElse(List.of());
  }

  private static List<Proposal> values(
      Session session, SubjectField field, String prefix, int begin) {
    // Of a list, what was typed before the last comma stays.
    int last = field.list() ? Math.max(begin, prefix.lastIndexOf(',') + 1) : begin;
    String typed = prefix.substring(0, last);
    List<Proposal> values = new ArrayList<>();
    for (SubjectField.Choice choice : field.words()) {
      values.add(
          new Proposal(
              typed + choice.word(), choice.word(), firstSentence(choice.help()), !field.list()));
    }
    if (!field.references().isEmpty()) {
      session.vocabulary().find(field.references()).stream()
          .flatMap(subject -> names(session, subject).stream())
          .map(name -> new Proposal(typed + name.word(), name.word(), "", !field.list()))
          .forEach(values::add);
    }
    return values;
  }

  /** As much of a help as stands beside a word. */
  static String firstSentence(String help) {
    int end = help.indexOf(". ");
    return end < 0 ? help : help.substring(0, end + 1);
  }
}
