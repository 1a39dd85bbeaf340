package org.comuta;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.comuta", importOptions = ImportOption.DoNotIncludeTests.class)
class WebArchitectureTest {
  @ArchTest
  static final ArchRule PACKAGES_HAVE_NO_CYCLE =
      slices().matching("org.comuta.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule PORTAL_AND_API_DO_NOT_KNOW_EACH_OTHER =
      noClasses()
          .that()
          .resideInAPackage("..portal..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..rest..");

  @ArchTest
  static final ArchRule THE_DATABASE_IS_REACHED_THROUGH_BEANS_ONLY =
      noClasses()
          .that()
          .resideInAnyPackage("..portal..", "..rest..", "..security..", "..monitoring..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..", "jakarta.persistence..");
}
