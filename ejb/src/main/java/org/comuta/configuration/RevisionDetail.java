package org.comuta.configuration;

import java.util.List;

/** One save and what it changed. */
public record RevisionDetail(Revision revision, List<ObjectDiff> changes) {
  public RevisionDetail {
    changes = List.copyOf(changes);
  }
}
