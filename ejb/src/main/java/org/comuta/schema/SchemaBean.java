package org.comuta.schema;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import javax.sql.DataSource;

/**
 * Brings the tables of the database to this version when the application starts; whoever uses them
 * from its own start is {@code @DependsOn("SchemaBean")}.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class SchemaBean {
  @Resource(lookup = "java:jboss/datasources/ComutaDS")
  private DataSource database;

  @PostConstruct
  void migrate() {
    Schema.migrate(database);
  }
}
