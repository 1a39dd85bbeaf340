package org.comuta.configuration;

import javax.sql.DataSource;
import org.comuta.database.HibernateDatabase;

class ConfigurationOnH2Test extends ConfigurationContract {
  @Override
  DataSource database() {
    return HibernateDatabase.h2();
  }
}
