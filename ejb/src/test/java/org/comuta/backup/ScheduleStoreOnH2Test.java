package org.comuta.backup;

import javax.sql.DataSource;
import org.comuta.database.HibernateDatabase;

class ScheduleStoreOnH2Test extends ScheduleStoreContract {
  @Override
  DataSource database() {
    return HibernateDatabase.h2();
  }
}
