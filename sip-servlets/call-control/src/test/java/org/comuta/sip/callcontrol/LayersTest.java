package org.comuta.sip.callcontrol;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.comuta.sip.callcontrol", importOptions = DoNotIncludeTests.class)
class LayersTest {
  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("org.comuta.sip.callcontrol.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule theStackStaysInItsContainer =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.mobicents..", "gov.nist..", "javax.sip..", "org.restcomm..");

  @ArchTest
  static final ArchRule whatPassesKnowsNoMessages =
      noClasses()
          .that()
          .resideInAnyPackage("..headers..", "..sdp..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javax.servlet..", "org.comuta.sip.container..");
}
