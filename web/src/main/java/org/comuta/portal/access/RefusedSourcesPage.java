package org.comuta.portal.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.comuta.access.AccessLists;
import org.comuta.access.RefusedSource;

/** Who was refused lately. One request only. */
@Named
@RequestScoped
public class RefusedSourcesPage {
  @Inject private AccessLists lists;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public RefusedSourcesPage() {}

  /** The latest first. */
  public List<RefusedSource> getAll() {
    return lists.refused().latest();
  }
}
