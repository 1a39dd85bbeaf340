package org.comuta.identity;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Bearer tokens of users, in transactions. Any thread. */
@Stateless
public class TokenBean {
  @Inject private IdentityParts parts;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public TokenBean() {}

  /** Tokens that have not expired, newest first, of one user or, with null, of all. */
  public List<Token> tokens(@Nullable String userName) {
    return parts.tokens.all(userName, parts.clock.instant());
  }

  /** The token of this identity, or null. */
  public @Nullable Token token(String id) {
    return parts.tokens.find(id);
  }

  /**
   * Makes a token for the one who asks. The user must exist, and the token must be one that {@link
   * NewToken#check} finds nothing wrong with.
   */
  public IssuedToken create(NewToken asked, Actor actor) {
    Instant now = parts.clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Token token =
        new Token(
            UUID.randomUUID().toString(),
            actor.name(),
            asked.description(),
            asked.scope(),
            now,
            now.plus(asked.lifetime()),
            null,
            null);
    String secret = TokenSecret.next();
    TokenStore store = parts.tokens;
    store.deleteExpired(now);
    store.insert(token, TokenSecret.hash(secret));
    audit(
        actor,
        AuditAction.TOKEN_CREATE,
        token,
        token.userName() + ", " + token.scope() + ", until " + token.expiresAt());
    return new IssuedToken(token, secret);
  }

  /** Revokes a token at once. */
  public void revoke(Token token, Actor actor) {
    parts.tokens.delete(token.id());
    audit(actor, AuditAction.TOKEN_REVOKE, token, token.userName());
    parts.forgetWhenCommitted();
  }

  private void audit(Actor actor, AuditAction action, Token token, String detail) {
    parts.audit.write(actor, action, "token", token.id(), AuditEntry.Outcome.DONE, detail);
  }
}
