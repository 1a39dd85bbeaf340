package org.comuta.mail;

import java.util.ArrayList;
import java.util.List;
import org.comuta.description.ObjectDescription;
import org.comuta.description.ObjectKind;
import org.comuta.description.ObjectSet;
import org.comuta.description.Problem;
import org.comuta.description.Rule;
import org.comuta.network.Addresses;

/** Mail servers as a kind of configuration object. */
public final class MailServerRules implements ObjectKind<MailServer> {
  private static final ObjectDescription<MailServer> DESCRIPTION =
      ObjectDescription.of(MailServer.class);

  @Override
  public ObjectDescription<MailServer> description() {
    return DESCRIPTION;
  }

  @Override
  public List<Problem> check(MailServer server, ObjectSet all) {
    List<Problem> problems = new ArrayList<>();
    if (server.userName().isEmpty()) {
      return problems;
    }
    if (server.security() == MailSecurity.NONE && !Addresses.isOfThisMachine(server.host())) {
      problems.add(
          new Problem(
                  "security",
                  "conflict",
                  "security: without TLS the password could be read on the way; only this machine"
                      + " (127.0.0.1, ::1, localhost) may be signed in at so.")
              .by(Rule.PASSWORDS_IN_THE_CLEAR));
    }
    if (server.password().isEmpty()) {
      problems.add(new Problem("password", "required", "password is required with userName."));
    }
    return problems;
  }
}
