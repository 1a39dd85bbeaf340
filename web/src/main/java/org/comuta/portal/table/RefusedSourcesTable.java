package org.comuta.portal.table;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.comuta.access.AccessLists;
import org.comuta.access.RefusedSource;
import org.comuta.access.Service;
import org.comuta.identity.Right;

/** Who was refused by the access lists lately, the latest first. */
@ApplicationScoped
public class RefusedSourcesTable extends MemoryTable<RefusedSource> {
  /** Its name. */
  public static final String ID = "refused-sources";

  @Inject private AccessLists lists;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public RefusedSourcesTable() {}

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Right needed() {
    return Right.SEE_ADMINISTRATION;
  }

  @Override
  List<RefusedSource> all() {
    return lists.refused().latest();
  }

  @Override
  public List<Column<RefusedSource>> columns(Words words) {
    return List.of(
        Column.of(words, "address", "access.refused.address", Filter.TEXT, RefusedSource::address)
            .styled(source -> "strong"),
        Column.of(words, "service", "access.refused.service", Filter.CHOICE, RefusedSource::service)
            .choices(words.choices("access.service.", Service.values())),
        Column.of(words, "times", "access.refused.times", Filter.NUMBER, RefusedSource::times),
        Column.of(
            words, "firstAt", "access.refused.firstAt", Filter.MOMENT, RefusedSource::firstAt),
        Column.of(words, "lastAt", "access.refused.lastAt", Filter.MOMENT, RefusedSource::lastAt));
  }

  @Override
  public String key(RefusedSource source) {
    return source.address() + ' ' + source.service();
  }
}
