package org.comuta.alarm;

import org.comuta.database.HibernateDatabase;

class AlarmStoreTest extends AlarmStoreContract {
  AlarmStoreTest() {
    super(HibernateDatabase.h2());
  }
}
