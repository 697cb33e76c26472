package io.github.containerversions;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Data flows one way, and so do the arrows between the rooms. */
class ArchitectureTest {
  private static final String ROOT = "io.github.containerversions";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @Test
  void onlyTheMavenRoomKnowsMaven() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".maven")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.maven..", "javax.inject..", "org.codehaus.plexus..")
        .check(CLASSES);
  }

  @Test
  void importsRunFromMavenToReportsToProductsToTheCore() {
    onlyDependsOn(ROOT + ".core..", ROOT + ".core..", "org.yaml.snakeyaml..");
    onlyDependsOn(ROOT + ".versions..", ROOT + ".versions..", ROOT + ".core..");
    onlyDependsOn(ROOT + ".pushes..", ROOT + ".pushes..", ROOT + ".core..");
    onlyDependsOn(
        ROOT + ".report..",
        ROOT + ".report..",
        ROOT + ".versions..",
        ROOT + ".pushes..",
        ROOT + ".core..",
        "com.grack.nanojson..");
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".maven")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + ".maven")
        .check(CLASSES);
  }

  @Test
  void sitesDoNotKnowEachOther() {
    slices().matching(ROOT + ".versions.site.(*)..").should().notDependOnEachOther().check(CLASSES);
  }

  /** The places are configured, so that room is known where the configuration is read. */
  @Test
  void onlyTheListKnowsTheSites() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + ".versions", ROOT + ".versions.site..", ROOT + ".maven")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ROOT + ".versions.site..")
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".maven")
        .should()
        .dependOnClassesThat(
            resideInAPackage(ROOT + ".versions.site..")
                .and(not(resideInAPackage(ROOT + ".versions.site.place"))))
        .check(CLASSES);
  }

  @Test
  void valuesRulesAndScopeKnowNoReaders() {
    onlyDependsOn(ROOT + ".versions.model", ROOT + ".versions.model", ROOT + ".core..");
    onlyDependsOn(
        ROOT + ".versions.rules",
        ROOT + ".versions.rules",
        ROOT + ".versions.model",
        ROOT + ".core..");
    onlyDependsOn(
        ROOT + ".versions.scope",
        ROOT + ".versions.scope",
        ROOT + ".versions.model",
        ROOT + ".core..");
  }

  @Test
  void packagesFormNoCycle() {
    slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(CLASSES);
  }

  /** Two builds in one virtual machine share nothing. */
  @Test
  void nothingStaticChanges() {
    fields().that().areStatic().should().beFinal().check(CLASSES);
  }

  private static void onlyDependsOn(String room, String... allowed) {
    String[] all = java.util.Arrays.copyOf(allowed, allowed.length + 2);
    all[allowed.length] = "java..";
    all[allowed.length + 1] = "org.jspecify..";
    classes()
        .that()
        .resideInAPackage(room)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(all)
        .check(CLASSES);
  }
}
