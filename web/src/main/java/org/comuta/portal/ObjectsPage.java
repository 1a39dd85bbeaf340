package org.comuta.portal;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.List;
import org.comuta.configuration.ConfigurationBean;
import org.comuta.configuration.StoredObject;
import org.comuta.description.ObjectDescription;
import org.comuta.portal.table.Table;

/** A page that lists the configuration objects of one kind, made from their description. */
public abstract class ObjectsPage implements Serializable {
  @Inject private ConfigurationBean configuration;
  @Inject private Language language;
  @Inject private Table<StoredObject> table;

  private final String kind;
  private final List<String> columns;

  /**
   * @param columns the fields that stand in the table for who chose no others; all show when a row
   *     is opened
   */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  protected ObjectsPage(String kind, List<String> columns) {
    this.kind = kind;
    this.columns = columns;
  }

  @PostConstruct
  void open() {
    table.show(description().path(), columns);
  }

  private ObjectDescription<?> description() {
    return configuration.catalogue().kind(kind).orElseThrow().description();
  }

  public String getKind() {
    return kind;
  }

  public Table<StoredObject> getTable() {
    return table;
  }

  /** What objects of this kind are. */
  public String getHelp() {
    return description().help(language.getLocale());
  }
}
