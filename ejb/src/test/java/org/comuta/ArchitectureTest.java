package org.comuta;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.comuta", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("org.comuta.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule rulesArePlainJava =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "org.comuta.alarm..",
              "org.comuta.access..",
              "org.comuta.certificate..",
              "org.comuta.backup..",
              "org.comuta.configuration..",
              "org.comuta.mail..",
              "org.comuta.messaging..",
              "org.comuta.cdr..",
              "org.comuta.identity..",
              "org.comuta.logging..",
              "org.comuta.preference..",
              "org.comuta.schema..",
              "org.comuta.supervision..",
              "org.comuta.webhook..",
              "org.comuta.exchange..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "jakarta.ejb..",
              "jakarta.persistence..",
              "jakarta.ws.rs..",
              "jakarta.enterprise..",
              "jakarta.inject..",
              "jakarta.annotation..",
              "jakarta.transaction..");

  @ArchTest
  static final ArchRule onlyTheConfigurationKnowsItsTables =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.comuta.configuration..")
          .should()
          .dependOnClassesThat()
          .haveNameMatching("org\\.comuta\\.configuration\\..*(Entity|Store)");
}
