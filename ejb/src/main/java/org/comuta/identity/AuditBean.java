package org.comuta.identity;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;

/** The log of what administrators did, in transactions. Any thread. */
@Stateless
public class AuditBean {
  @Resource(lookup = "java:jboss/datasources/ComutaDS")
  private DataSource source;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public AuditBean() {}

  /** Writes what somebody did to an object, and how it went. */
  public void write(
      Actor actor,
      AuditAction action,
      String kind,
      String object,
      AuditEntry.Outcome outcome,
      String detail) {
    log().write(actor, action, kind, object, outcome, detail);
  }

  /** Newest first. */
  public List<AuditEntry> page(int offset, int size) {
    return log().page(offset, size);
  }

  /** How many entries there are. */
  public long size() {
    return log().size();
  }

  private AuditLog log() {
    return new AuditLog(new Sql(source), Clock.systemUTC());
  }
}
