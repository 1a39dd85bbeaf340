package org.comuta.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import org.comuta.description.Problem;
import org.comuta.identity.Right;
import org.comuta.mail.MailLanguage;
import org.comuta.mail.MailOutcome;
import org.comuta.network.MailAddresses;
import org.comuta.operation.MailOperations;

/** Sends a test mail through a mail server as it was saved last, and tells what the server said. */
@Path("mail-servers/{name}/test")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Requires(Right.CONFIGURE)
public class MailTestResource {
  /** To whom, and in which language. */
  record TestBody(String recipient, MailLanguage language) {}

  @Inject private MailOperations mail;
  @Inject private Caller caller;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public MailTestResource() {}

  /** Says what came of it; that the server refused the mail is such an answer, too. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonObject test(@PathParam("name") String name, JsonObject body) {
    BodyFields fields = new BodyFields(body, Set.of("recipient", "language"));
    String recipient = fields.text("recipient");
    MailLanguage language = fields.choice("language", MailLanguage.class, MailLanguage.EN);
    if (!recipient.isEmpty() && !MailAddresses.isAddress(recipient)) {
      fields.add(
          List.of(
              new Problem(
                  "recipient", "syntax", "recipient must be an address such as noc@example.com.")));
    }
    fields.refuse();
    MailOutcome outcome = mail.test(name, null, recipient, language, caller.actor());
    return JsonViews.object(outcome);
  }
}
