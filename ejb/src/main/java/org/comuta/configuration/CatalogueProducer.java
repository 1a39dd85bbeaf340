package org.comuta.configuration;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.comuta.description.Catalogue;
import org.comuta.description.ExpectedNames;
import org.comuta.description.OtherNames;

/** Gives the catalogue of all kinds to whoever injects it. */
@Dependent
public class CatalogueProducer {
  @Produces
  @Singleton
  Catalogue catalogue(OtherNames others) {
    return Kinds.catalogue(new ExpectedNames(others));
  }
}
