package org.comuta.portal;

import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.comuta.configuration.ConfigurationBean;
import org.comuta.configuration.Listing;
import org.comuta.configuration.ObjectQuery;
import org.comuta.configuration.StoredObject;
import org.comuta.description.ObjectDescription;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/** A page that lists the configuration objects of one kind, made from their description. */
public abstract class ObjectsPage implements Serializable {
  private final class Model extends LazyDataModel<StoredObject> {
    @Override
    public int count(Map<String, FilterMeta> filters) {
      return (int) page(0, 1).total();
    }

    @Override
    public List<StoredObject> load(
        int first, int size, Map<String, SortMeta> order, Map<String, FilterMeta> filters) {
      return page(first, size).items();
    }

    @Override
    public String getRowKey(StoredObject object) {
      return object.name();
    }
  }

  @Inject private ConfigurationBean configuration;
  @Inject private Language language;

  private final String kind;
  private final List<String> columns;
  private final Model model = new Model();

  /**
   * @param columns the fields that stand in the table; the others show when a row is opened
   */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  protected ObjectsPage(String kind, List<String> columns) {
    this.kind = kind;
    this.columns = columns;
  }

  private Listing<StoredObject> page(int first, int size) {
    return configuration.list(kind, ObjectQuery.page(first, size));
  }

  private ObjectDescription<?> description() {
    return configuration.catalogue().kind(kind).orElseThrow().description();
  }

  public String getKind() {
    return kind;
  }

  public LazyDataModel<StoredObject> getModel() {
    return model;
  }

  public long getCount() {
    return page(0, 1).total();
  }

  /** What objects of this kind are. */
  public String getHelp() {
    return description().help(language.getLocale());
  }

  public List<FieldColumn> getColumns() {
    ObjectDescription<?> description = description();
    return columns.stream()
        .map(name -> description.field(name).orElseThrow())
        .map(field -> new FieldColumn(description, field, language))
        .toList();
  }

  /** All fields, in the order of the description. */
  public List<FieldColumn> getFields() {
    ObjectDescription<?> description = description();
    return description.fields().stream()
        .map(field -> new FieldColumn(description, field, language))
        .toList();
  }
}
