package org.comuta.mail;

import org.comuta.database.HibernateDatabase;

class MailTest extends MailContract {
  MailTest() {
    super(HibernateDatabase.h2());
  }
}
