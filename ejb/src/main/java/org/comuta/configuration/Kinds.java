package org.comuta.configuration;

import java.util.List;
import org.comuta.cdr.textfile.CdrFileRules;
import org.comuta.description.Catalogue;
import org.comuta.interfaces.InterfaceRules;
import org.comuta.mail.MailNotificationRules;
import org.comuta.mail.MailServerRules;
import org.comuta.nap.NapRules;
import org.comuta.routing.RouteRules;
import org.comuta.webhook.WebhookRules;

/** All kinds of configuration objects. A new kind is one line here. */
public final class Kinds {
  private Kinds() {}

  public static Catalogue catalogue() {
    return new Catalogue(
        List.of(
            new NapRules(),
            new RouteRules(),
            new InterfaceRules(),
            new CdrFileRules(),
            new WebhookRules(),
            new MailServerRules(),
            new MailNotificationRules()));
  }
}
