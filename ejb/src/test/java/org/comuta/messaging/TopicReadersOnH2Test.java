package org.comuta.messaging;

import org.comuta.database.HibernateDatabase;

class TopicReadersOnH2Test extends TopicReadersContract {
  TopicReadersOnH2Test() {
    super(HibernateDatabase.h2());
  }
}
