package org.comuta.database;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityTransaction;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.comuta.schema.Schema;
import org.h2.jdbcx.JdbcDataSource;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.cfg.Configuration;

/** A database with the tables of this version, and Hibernate over it as in the server. */
public final class HibernateDatabase implements AutoCloseable {
  private final SessionFactory factory;

  /** Brings the tables of the database to this version. */
  public HibernateDatabase(DataSource database, List<Class<?>> entities) {
    Schema.migrate(database);
    Configuration configuration = new Configuration();
    entities.forEach(configuration::addAnnotatedClass);
    configuration.getProperties().put(AvailableSettings.JAKARTA_NON_JTA_DATASOURCE, database);
    configuration.setProperty(AvailableSettings.HBM2DDL_AUTO, "validate");
    factory = configuration.buildSessionFactory();
  }

  /** A new, empty H2 database in memory. */
  public static DataSource h2() {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    return source;
  }

  /** Runs work as one transaction. */
  public <R> R call(Function<EntityManager, R> work) {
    try (EntityManager entities = factory.createEntityManager()) {
      EntityTransaction transaction = entities.getTransaction();
      transaction.begin();
      try {
        R result = work.apply(entities);
        transaction.commit();
        return result;
      } finally {
        if (transaction.isActive()) {
          transaction.rollback();
        }
      }
    }
  }

  @Override
  public void close() {
    factory.close();
  }
}
