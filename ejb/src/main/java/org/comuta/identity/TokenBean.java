package org.comuta.identity;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Bearer tokens of users, in transactions. Any thread. */
@Stateless
public class TokenBean {
  @Resource(lookup = "java:jboss/datasources/ComutaDS")
  private DataSource source;

  @EJB private IdentityBean identity;

  private final Clock clock = Clock.systemUTC();

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public TokenBean() {}

  /** Tokens that have not expired, newest first, of one user or, with null, of all. */
  public List<Token> tokens(@Nullable String userName) {
    return store().all(userName, clock.instant());
  }

  /** The token of this identity, or null. */
  public @Nullable Token token(String id) {
    return store().find(id);
  }

  /** Makes a token for the one who asks. The user must exist. */
  public IssuedToken create(String description, Duration lifetime, Actor actor) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Token token =
        new Token(UUID.randomUUID().toString(), actor.name(), description, now, now.plus(lifetime));
    String secret = TokenSecret.next();
    TokenStore store = store();
    store.deleteExpired(now);
    store.insert(token, TokenSecret.hash(secret));
    audit(actor, AuditAction.TOKEN_CREATE, token);
    return new IssuedToken(token, secret);
  }

  /** Revokes a token at once. */
  public void revoke(Token token, Actor actor) {
    store().delete(token.id());
    audit(actor, AuditAction.TOKEN_REVOKE, token);
    identity.forgetWhenCommitted();
  }

  private void audit(Actor actor, AuditAction action, Token token) {
    new AuditLog(new Sql(source), clock)
        .write(actor, action, "token", token.id(), AuditEntry.Outcome.DONE, token.userName());
  }

  private TokenStore store() {
    return new TokenStore(new Sql(source));
  }
}
