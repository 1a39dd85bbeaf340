package org.comuta.configuration;

import javax.sql.DataSource;
import org.comuta.database.HibernateDatabase;

class ApplyOnH2Test extends ApplyContract {
  @Override
  DataSource database() {
    return HibernateDatabase.h2();
  }
}
