package org.comuta.exchange;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import javax.sql.DataSource;
import org.comuta.snapshot.LiveSnapshot;
import org.comuta.statistics.Statistics;
import org.comuta.statistics.StatisticsKeeper;
import org.comuta.statistics.TrafficStore;

/** Keeps the statistics while the application runs. Transactions are those of its own thread. */
@Singleton
@Startup
@DependsOn({"SchemaBean", "ConfigurationBean"})
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class StatisticsBean {
  @Resource(lookup = "java:jboss/datasources/ComutaDS")
  private DataSource source;

  @Inject private Statistics statistics;
  @Inject private LiveSnapshot live;

  private StatisticsKeeper keeper;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public StatisticsBean() {}

  @PostConstruct
  void start() {
    keeper =
        new StatisticsKeeper(
            statistics,
            new TrafficStore(source, UUID.randomUUID().toString()),
            live,
            Clock.systemUTC());
  }

  @PreDestroy
  void stop() {
    keeper.close();
  }
}
