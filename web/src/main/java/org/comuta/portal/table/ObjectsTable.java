package org.comuta.portal.table;

import org.comuta.configuration.ConfigurationBean;
import org.comuta.configuration.Listing;
import org.comuta.configuration.ObjectQuery;
import org.comuta.configuration.StoredObject;
import org.comuta.description.ObjectDescription;
import org.comuta.identity.Right;
import org.comuta.listing.Selection;

/** Configuration objects of one kind. */
final class ObjectsTable extends DescribedTable {
  private final ObjectDescription<?> description;
  private final ConfigurationBean configuration;

  ObjectsTable(ObjectDescription<?> description, ConfigurationBean configuration) {
    super(description);
    this.description = description;
    this.configuration = configuration;
  }

  @Override
  public Right needed() {
    return Right.SEE_CONFIGURATION;
  }

  @Override
  public Found<StoredObject> find(Selection selection, int offset, int limit) {
    Listing<StoredObject> found =
        configuration.list(description.kind(), new ObjectQuery(selection, offset, limit));
    return new Found<>(found.items(), found.total());
  }
}
