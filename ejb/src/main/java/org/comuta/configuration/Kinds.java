package org.comuta.configuration;

import java.util.List;
import org.comuta.cdr.textfile.CdrFileRules;
import org.comuta.description.Catalogue;
import org.comuta.description.ObjectKind;
import org.comuta.description.OtherNames;
import org.comuta.emergency.EmergencyList;
import org.comuta.interfaces.InterfaceRules;
import org.comuta.intrusion.IntrusionRule;
import org.comuta.mail.MailNotificationRules;
import org.comuta.mail.MailServerRules;
import org.comuta.nap.NapRules;
import org.comuta.routing.RouteRules;
import org.comuta.webhook.WebhookRules;

/** All kinds of configuration objects. A new kind is one line here. */
public final class Kinds {
  private Kinds() {}

  public static Catalogue catalogue() {
    return catalogue(OtherNames.NONE);
  }

  /** As the other, with names of what is no configuration. */
  public static Catalogue catalogue(OtherNames others) {
    return new Catalogue(
        List.of(
            new NapRules(),
            new RouteRules(),
            new InterfaceRules(),
            ObjectKind.of(EmergencyList.class),
            ObjectKind.of(IntrusionRule.class),
            new CdrFileRules(),
            new WebhookRules(),
            new MailServerRules(),
            new MailNotificationRules()),
        others);
  }
}
