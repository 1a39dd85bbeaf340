package org.comuta.cdr;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJBException;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.io.IOException;
import javax.sql.DataSource;
import org.comuta.call.CallLedger;
import org.comuta.call.answered.AnsweredCalls;
import org.comuta.cdr.textfile.CdrFile;
import org.comuta.snapshot.LiveSnapshot;

/**
 * Keeps the records while the application runs. Starts when the configuration is live, so that no
 * series of text files misses a record. Transactions are those of the threads that write.
 */
@Singleton
@Startup
@DependsOn({"SchemaBean", "ConfigurationBean"})
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class RecordsBean {
  @Resource(lookup = "java:jboss/datasources/ComutaDS")
  private DataSource source;

  @Inject private LiveSnapshot live;

  private CallRecording recording;
  private Runnable following;

  @PostConstruct
  void start() {
    try {
      recording =
          new CallRecording(
              CallRecordingSettings.ofSystem(),
              source,
              () -> live.current().objects(CdrFile.class));
    } catch (IOException e) {
      throw new EJBException("the journal of calls cannot be opened: " + e.getMessage(), e);
    }
    following = recording::followConfiguration;
    live.follow(following);
  }

  @PreDestroy
  void stop() {
    live.unfollow(following);
    try {
      recording.close();
    } catch (IOException e) {
      throw new EJBException("the journal of calls cannot be closed", e);
    }
  }

  /** Where calls are written down. */
  @Produces
  @jakarta.inject.Singleton
  public CallLedger ledger() {
    return recording.ledger();
  }

  /** Where answered calls are kept, so that they outlive this process. */
  @Produces
  @jakarta.inject.Singleton
  public AnsweredCalls answeredCalls() {
    return recording.answeredCalls();
  }

  /** How the records fare now. */
  public CdrStatus status() {
    return recording.status();
  }
}
