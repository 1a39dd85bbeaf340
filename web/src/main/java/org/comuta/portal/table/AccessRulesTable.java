package org.comuta.portal.table;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.comuta.access.AccessBean;
import org.comuta.access.AccessRule;
import org.comuta.access.Action;
import org.comuta.access.Service;
import org.comuta.identity.Right;
import org.comuta.portal.table.AccessRulesTable.PlacedRule;
import org.comuta.portal.table.Column.Width;

/** The rules of who is let in, in the order in which they decide: those that are in effect. */
@ApplicationScoped
public class AccessRulesTable extends MemoryTable<PlacedRule> {
  /** Its name, the word of the API. */
  public static final String ID = "access-lists";

  /**
   * A rule and where it stands.
   *
   * @param place from 1
   */
  public record PlacedRule(int place, AccessRule rule) {}

  @Inject private AccessBean access;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public AccessRulesTable() {}

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Right needed() {
    return Right.SEE_ADMINISTRATION;
  }

  @Override
  public boolean personal() {
    return false;
  }

  @Override
  List<PlacedRule> all() {
    return placed(access.state().inEffect(Instant.now()).rules());
  }

  /** Rules with where they stand. */
  public static List<PlacedRule> placed(List<AccessRule> rules) {
    return IntStream.range(0, rules.size())
        .mapToObj(at -> new PlacedRule(at + 1, rules.get(at)))
        .toList();
  }

  @Override
  public List<Column<PlacedRule>> columns(Words words) {
    return List.of(
        Column.of(words, "place", "access.place", Filter.NUMBER, PlacedRule::place)
            .width(Width.SMALL),
        Column.<PlacedRule>of(
                words, "action", "access.action", Filter.CHOICE, one -> one.rule().action())
            .choices(words.choices("access.action.", Action.values()))
            .styled(one -> one.rule().action() == Action.ALLOW ? "tag answered" : "tag failed"),
        Column.<PlacedRule>of(
                words, "address", "access.address", Filter.TEXT, one -> one.rule().address())
            .styled(one -> "strong"),
        Column.<PlacedRule>of(
                words, "services", "access.services", Filter.CHOICE, one -> one.rule().services())
            .width(Width.WIDE)
            .choices(words.choices("access.service.", Service.values()))
            .tagged(one -> tags(one.rule(), words)),
        Column.of(words, "comment", "access.comment", Filter.TEXT, one -> one.rule().comment()));
  }

  private static List<Tag> tags(AccessRule rule, Words words) {
    return rule.services().stream()
        .map(service -> Tag.of(words.text("access.service." + service), ""))
        .toList();
  }

  @Override
  public String key(PlacedRule one) {
    return Integer.toString(one.place());
  }
}
