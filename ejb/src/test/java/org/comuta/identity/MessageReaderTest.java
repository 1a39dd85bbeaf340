package org.comuta.identity;

import org.comuta.database.HibernateDatabase;

class MessageReaderTest extends MessageReaderContract {
  MessageReaderTest() {
    super(HibernateDatabase.h2());
  }
}
