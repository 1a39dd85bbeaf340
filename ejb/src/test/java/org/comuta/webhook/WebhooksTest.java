package org.comuta.webhook;

import org.comuta.database.HibernateDatabase;

class WebhooksTest extends WebhooksContract {
  WebhooksTest() {
    super(HibernateDatabase.h2());
  }
}
