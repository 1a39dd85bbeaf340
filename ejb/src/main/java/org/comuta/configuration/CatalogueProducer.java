package org.comuta.configuration;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.comuta.description.Catalogue;

/** Gives the catalogue of all kinds to whoever injects it. */
@Dependent
public class CatalogueProducer {
  @Produces
  @Singleton
  Catalogue catalogue() {
    return Kinds.catalogue();
  }
}
