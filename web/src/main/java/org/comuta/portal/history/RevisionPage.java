package org.comuta.portal.history;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.comuta.configuration.ConfigurationBean;
import org.comuta.configuration.ConfigurationStatus;
import org.comuta.configuration.NotFoundException;
import org.comuta.configuration.RevisionDetail;
import org.comuta.portal.Language;
import org.jspecify.annotations.Nullable;

/**
 * The pages of one revision ({@code ?number=}) and of the differences between two ({@code
 * ?from=&to=}; without one, from what is live to what was saved last). One request only.
 */
@Named
@RequestScoped
public class RevisionPage {
  @Inject private ConfigurationBean configuration;
  @Inject private Language language;
  @Inject private HttpServletRequest request;

  private @Nullable RevisionDetail detail;
  private @Nullable List<ChangedObject> objects;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public RevisionPage() {}

  private long number(String parameter, long otherwise) {
    String value = request.getParameter(parameter);
    return value != null && value.matches("[0-9]{1,18}") ? Long.parseLong(value) : otherwise;
  }

  public ConfigurationStatus getStatus() {
    return configuration.status();
  }

  public long getFrom() {
    return number("from", configuration.status().appliedRevision());
  }

  public long getTo() {
    return number("to", configuration.status().latestRevision());
  }

  /** The revision asked for; null when there is none. */
  public @Nullable RevisionDetail getDetail() {
    if (detail == null) {
      try {
        detail = configuration.revision(number("number", 0));
      } catch (NotFoundException none) {
        return null;
      }
    }
    return detail;
  }

  /** What the revision asked for changed. */
  public List<ChangedObject> getChanges() {
    RevisionDetail found = getDetail();
    return found == null ? List.of() : changes().of(found.changes());
  }

  /** What differs between the two revisions; null when one of them does not exist. */
  public @Nullable List<ChangedObject> getDifferences() {
    if (objects == null) {
      try {
        objects = changes().of(configuration.diff(getFrom(), getTo()).objects());
      } catch (NotFoundException none) {
        return null;
      }
    }
    return objects;
  }

  private Changes changes() {
    return new Changes(configuration.catalogue(), language.getLocale());
  }
}
