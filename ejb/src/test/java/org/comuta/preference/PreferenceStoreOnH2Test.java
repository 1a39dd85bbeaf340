package org.comuta.preference;

import javax.sql.DataSource;
import org.comuta.database.HibernateDatabase;

class PreferenceStoreOnH2Test extends PreferenceStoreContract {
  @Override
  DataSource database() {
    return HibernateDatabase.h2();
  }
}
