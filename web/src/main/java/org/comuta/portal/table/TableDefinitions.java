package org.comuta.portal.table;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;
import org.comuta.configuration.ConfigurationBean;
import org.comuta.description.Catalogue;
import org.comuta.identity.SettingBean;
import org.comuta.identity.SettingKinds;

/** All tables of the portal. Any thread. */
@ApplicationScoped
public class TableDefinitions {
  @Inject @Any private Instance<TableDefinition<?>> definitions;
  @Inject private Catalogue catalogue;
  @Inject private ConfigurationBean configuration;
  @Inject private SettingBean settings;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public TableDefinitions() {}

  /** The table of this name; those of described objects are called by the words of the API. */
  public Optional<TableDefinition<?>> find(String id) {
    return definitions.stream()
        .<TableDefinition<?>>map(definition -> definition)
        .filter(definition -> definition.id().equals(id))
        .findFirst()
        .or(
            () ->
                catalogue
                    .path(id)
                    .<TableDefinition<?>>map(
                        kind -> new ObjectsTable(kind.description(), configuration))
                    .or(
                        () ->
                            SettingKinds.catalogue()
                                .path(id)
                                .map(kind -> new SettingsTable(kind.description(), settings))));
  }
}
