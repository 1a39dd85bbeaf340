package org.comuta.portal.history;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.comuta.configuration.ConfigurationBean;
import org.comuta.configuration.ConfigurationStatus;
import org.comuta.configuration.Revision;
import org.jspecify.annotations.Nullable;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/** The page of all revisions, the last one first. */
@Named
@ViewScoped
public class HistoryPage implements Serializable {
  private final class Model extends LazyDataModel<Revision> {
    @Override
    public int count(Map<String, FilterMeta> filters) {
      return (int) Math.min(configuration.revisions(0, 1).total(), Integer.MAX_VALUE);
    }

    @Override
    public List<Revision> load(
        int first, int size, Map<String, SortMeta> order, Map<String, FilterMeta> filters) {
      return configuration.revisions(first, size).items();
    }

    @Override
    public String getRowKey(Revision revision) {
      return Long.toString(revision.number());
    }
  }

  @Inject private ConfigurationBean configuration;

  private final Model model = new Model();
  private transient @Nullable ConfigurationStatus status;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public HistoryPage() {}

  public LazyDataModel<Revision> getModel() {
    return model;
  }

  /** Which revisions are saved and live. */
  public ConfigurationStatus getStatus() {
    ConfigurationStatus known = status;
    if (known == null) {
      known = configuration.status();
      status = known;
    }
    return known;
  }
}
