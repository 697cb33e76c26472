package io.github.containerversions;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasName;
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
  void onlyTheEnforcerRoomKnowsMaven() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".enforcer")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.maven..", "javax.inject..", "org.codehaus.plexus..")
        .check(CLASSES);
  }

  @Test
  void nothingInTheCoreKnowsTheEnforcerRoom() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".enforcer")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + ".enforcer")
        .check(CLASSES);
  }

  @Test
  void processesKnowNoOtherRoom() {
    onlyDependsOn(ROOT + ".process", ROOT + ".process");
  }

  @Test
  void theModelKnowsNoOtherRoom() {
    onlyDependsOn(ROOT + ".model..", ROOT + ".model..");
  }

  @Test
  void sourcesKnowTheModelOnly() {
    onlyDependsOn(
        ROOT + ".source..",
        ROOT + ".model..",
        ROOT + ".source..",
        ROOT + ".process",
        "org.yaml.snakeyaml..");
  }

  @Test
  void readersDoNotKnowEachOther() {
    slices()
        .matching(ROOT + ".source.(*)..")
        .should()
        .notDependOnEachOther()
        .ignoreDependency(
            alwaysTrue(), resideInAnyPackage(ROOT + ".source.yaml", ROOT + ".source.shell"))
        .check(CLASSES);
  }

  @Test
  void checksKnowDeclarationsAndNotReaders() {
    onlyDependsOn(ROOT + ".check", ROOT + ".check", ROOT + ".model");
    onlyDependsOn(
        ROOT + ".check.versions", ROOT + ".check.versions", ROOT + ".check", ROOT + ".model");
    onlyDependsOn(
        ROOT + ".check.registry", ROOT + ".check.registry", ROOT + ".check", ROOT + ".model..");
  }

  @Test
  void theScopeKnowsTheModelOnly() {
    onlyDependsOn(ROOT + ".scope", ROOT + ".scope", ROOT + ".model", ROOT + ".process");
  }

  @Test
  void renderersKnowFindingsAndNothingElse() {
    onlyDependsOn(ROOT + ".report", ROOT + ".report", ROOT + ".model..", "com.grack.nanojson..");
  }

  @Test
  void neitherRuleKnowsTheOther() {
    DescribedPredicate<JavaClass> versions =
        inPackages(
                ROOT + ".check.versions",
                ROOT + ".scope",
                ROOT + ".source.dockerfile",
                ROOT + ".source.nix",
                ROOT + ".source.python",
                ROOT + ".source.inventory",
                ROOT + ".source.command")
            .or(
                named(
                    ROOT
                        + ".(ContainerVersionSync|Settings|VersionQuestions|CommandScope|PackageEntry)"))
            .or(named(ROOT + ".enforcer.(ContainerVersionSync|Sync)\\w+"));
    DescribedPredicate<JavaClass> pushes =
        inPackages(
                ROOT + ".check.registry",
                ROOT + ".model.workflow",
                ROOT + ".source.workflow",
                ROOT + ".source.secrets",
                ROOT + ".source.shell")
            .or(named(ROOT + ".(RegistryPushAuth|RegistrySettings)"))
            .or(named(ROOT + ".enforcer.(RegistryPushAuth|Push)\\w+"));

    noClasses().that(versions).should().dependOnClassesThat(pushes).check(CLASSES);
    noClasses().that(pushes).should().dependOnClassesThat(versions).check(CLASSES);
  }

  private static DescribedPredicate<JavaClass> inPackages(String... packages) {
    return resideInAnyPackage(packages);
  }

  private static DescribedPredicate<JavaClass> named(String pattern) {
    return HasName.Predicates.nameMatching(pattern).forSubtype();
  }

  @Test
  void roomsFormNoCycle() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
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
