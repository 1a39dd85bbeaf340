package org.comuta.portal.table;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.comuta.identity.Right;
import org.comuta.intrusion.BlockedSource;
import org.comuta.intrusion.Detection;
import org.comuta.operation.SourceOperations;

/** Sources of SIP that are blocked on this node, the latest first. */
@ApplicationScoped
public class BlockedSourcesTable extends MemoryTable<BlockedSource> {
  /** Its name, the word of the API. */
  public static final String ID = "blocked-sources";

  @Inject private SourceOperations sources;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public BlockedSourcesTable() {}

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Right needed() {
    return Right.SEE_MONITORING;
  }

  @Override
  List<BlockedSource> all() {
    return sources.blocked();
  }

  @Override
  public List<Column<BlockedSource>> columns(Words words) {
    return List.of(
        Column.of(words, "address", "blocked.address", Filter.TEXT, BlockedSource::address),
        Column.<BlockedSource>of(
                words, "detection", "blocked.detection", Filter.CHOICE, BlockedSource::detection)
            .width(Column.Width.FLEXIBLE)
            .choices(words.choices("detection.", Detection.values())),
        Column.of(words, "rule", "blocked.rule", Filter.TEXT, BlockedSource::rule),
        Column.of(words, "since", "blocked.since", Filter.MOMENT, BlockedSource::since),
        Column.of(words, "until", "blocked.until", Filter.MOMENT, BlockedSource::until),
        Column.of(
            words, "secondsLeft", "blocked.secondsLeft", Filter.NUMBER, BlockedSource::secondsLeft),
        Column.of(words, "messages", "blocked.messages", Filter.NUMBER, BlockedSource::messages));
  }

  @Override
  public String key(BlockedSource source) {
    return source.address();
  }
}
