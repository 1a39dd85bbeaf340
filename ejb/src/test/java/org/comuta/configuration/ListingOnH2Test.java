package org.comuta.configuration;

import javax.sql.DataSource;
import org.comuta.database.HibernateDatabase;

class ListingOnH2Test extends ListingContract {
  @Override
  DataSource database() {
    return HibernateDatabase.h2();
  }
}
