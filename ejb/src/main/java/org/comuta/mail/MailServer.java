package org.comuta.mail;

import org.comuta.description.Described;
import org.comuta.description.Field;
import org.comuta.description.OnlyWhen;
import org.comuta.description.Section;
import org.comuta.description.Syntax;
import org.comuta.description.Unit;
import org.comuta.secret.Secret;

/**
 * A server that takes mail by SMTP (RFC 5321, RFC 6409). Immutable.
 *
 * @param from address that mails come from and that failures are told to
 * @param fromName what people see in its place; empty for the address
 * @param port 0 for the usual one of the security
 * @param certificates of the authorities that are trusted, PEM; empty for those of the platform
 * @param userName empty to send without signing in
 * @param timeout s until an answer must be there
 * @param attempts how often a mail is sent before it is given up
 */
@Described(kind = "mail-server", path = "mail-servers")
public record MailServer(
    @Field(required = true, syntax = Syntax.NAME) String name,
    @Field String description,
    @Field(required = true, syntax = Syntax.MAIL_ADDRESS) String from,
    @Field(defaultValue = "Comuta", maxLength = 100) String fromName,
    @Field(required = true, syntax = Syntax.HOST, address = true, section = Section.ADDRESS)
        String host,
    @Field(defaultValue = "STARTTLS", section = Section.ADDRESS) MailSecurity security,
    @Field(defaultValue = "0", min = 0, max = 65_535, address = true, section = Section.ADDRESS)
        int port,
    @Field(
            maxLength = 32_000,
            syntax = Syntax.CERTIFICATES,
            section = Section.ADDRESS,
            onlyWhen =
                @OnlyWhen(
                    field = "security",
                    is = {"TLS", "STARTTLS"}))
        String certificates,
    @Field(section = Section.ADDRESS) String userName,
    @Field(section = Section.ADDRESS, onlyWhen = @OnlyWhen(field = "userName")) Secret password,
    @Field(defaultValue = "10", min = 1, max = 120, unit = Unit.SECONDS, section = Section.TIMES)
        int timeout,
    @Field(defaultValue = "12", min = 1, max = 50, section = Section.FAILURE) int attempts) {

  /** Where it listens. */
  int effectivePort() {
    return port == 0 ? security.port() : port;
  }

  /** Where its password is sealed for. */
  String passwordPlace() {
    return Secret.place("mail-server", name, "password");
  }
}
