package dev.varve.conformance;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who may import whom. */
class LayeringTest {
  private static JavaClasses varve;

  @BeforeAll
  static void readClasses() {
    varve =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.varve");
    for (String each :
        new String[] {
          "dev.varve",
          "schema",
          "catalog",
          "runtime",
          "seed",
          "junit",
          "project",
          "processor",
          "cli"
        }) {
      String name = each.startsWith("dev") ? each : "dev.varve." + each;
      assertFalse(varve.that(inOrBelow(name)).isEmpty(), "no classes of " + name + " were read");
    }
  }

  private static com.tngtech.archunit.base.DescribedPredicate<
          com.tngtech.archunit.core.domain.JavaClass>
      inOrBelow(String name) {
    return com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage(name + "..");
  }

  @Test
  void annotationsDependOnNothing() {
    classes()
        .that()
        .resideInAPackage("dev.varve")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("dev.varve", "java.lang..", "org.jspecify..")
        .check(varve);
  }

  @Test
  void theCoreKnowsNeitherJavacNorJdbc() {
    classes()
        .that()
        .resideInAPackage("dev.varve.schema..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "dev.varve.schema..",
            "java.lang..",
            "java.util..",
            "java.io..",
            "java.math..",
            "java.nio.charset..",
            "com.fasterxml.jackson.core..",
            "org.jspecify..")
        .check(varve);
  }

  @Test
  void theCatalogDependsOnTheCoreAndJdbc() {
    classes()
        .that()
        .resideInAPackage("dev.varve.catalog..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "dev.varve.catalog..",
            "dev.varve.schema..",
            "java.lang..",
            "java.util..",
            "java.sql..",
            "org.jspecify..")
        .check(varve);
  }

  @Test
  void theRuntimeDependsOnTheJdkAlone() {
    classes()
        .that()
        .resideInAPackage("dev.varve.runtime..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("dev.varve.runtime..", "java..", "javax.sql..", "org.jspecify..")
        .check(varve);
  }

  @Test
  void theSeedEngineDependsOnTheJdkAlone() {
    classes()
        .that()
        .resideInAPackage("dev.varve.seed..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("dev.varve.seed..", "java..", "javax.sql..", "org.jspecify..")
        .check(varve);
  }

  @Test
  void theWordsOfDatafakerDependOnTheSeedEngineAndDatafaker() {
    // On the class path of these tests it would change the words of all plans.
    JavaClasses datafaker =
        new ClassFileImporter().importPath(Project.ROOT.resolve("datafaker/target/classes"));
    classes()
        .that()
        .resideInAPackage("dev.varve.datafaker..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "dev.varve.datafaker..",
            "dev.varve.seed",
            "java.lang..",
            "java.util..",
            "net.datafaker..",
            "org.jspecify..")
        .check(datafaker);
  }

  @Test
  void whatSendsRowsKnowsNothingOfWhatTheyAreFor() {
    noClasses()
        .that()
        .resideInAPackage("dev.varve.seed.load..")
        .should()
        .dependOnClassesThat(
            inOrBelow("dev.varve.seed")
                .and(not(inOrBelow("dev.varve.seed.load")))
                .and(not(inOrBelow("dev.varve.seed.value"))))
        .check(varve);
  }

  @Test
  void singleValuesKnowNothingOfTablesAndRows() {
    noClasses()
        .that()
        .resideInAPackage("dev.varve.seed.value..")
        .should()
        .dependOnClassesThat(
            inOrBelow("dev.varve.seed").and(not(inOrBelow("dev.varve.seed.value"))))
        .check(varve);
  }

  @Test
  void whatKeepsTheFilesKnowsTheCoreAndTheFileFormat() {
    classes()
        .that()
        .resideInAPackage("dev.varve.project..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "dev.varve.project..",
            "dev.varve.schema..",
            "dev.varve.runtime.format..",
            "java.lang..",
            "java.util..",
            "java.io..",
            "java.nio..",
            "java.time..",
            "org.jspecify..")
        .check(varve);
  }

  @Test
  void theProcessorKnowsOfTheRuntimeOnlyTheFileFormatAndOfDatabasesNothing() {
    noClasses()
        .that()
        .resideInAPackage("dev.varve.processor..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.varve.runtime", "dev.varve.seed..", "java.sql..", "javax.sql..")
        .check(varve);
  }

  @Test
  void theCommandLineDependsOnTheCoreTheCatalogAndTheApplier() {
    classes()
        .that()
        .resideInAPackage("dev.varve.cli..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "dev.varve.cli..",
            "dev.varve.schema..",
            "dev.varve.catalog..",
            "dev.varve.project..",
            "dev.varve.runtime",
            "dev.varve.runtime.format..",
            "java..",
            "javax.sql..",
            "com.fasterxml.jackson.core..",
            "picocli..",
            "org.jspecify..")
        .check(varve);
  }

  @Test
  void theJunitExtensionDependsOnTheApplierTheSeedEngineAndJunit() {
    classes()
        .that()
        .resideInAPackage("dev.varve.junit..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "dev.varve.junit..",
            "dev.varve.runtime",
            "dev.varve.runtime.format..",
            "dev.varve.seed",
            "dev.varve.catalog",
            "dev.varve.schema",
            "java..",
            "javax.sql..",
            "org.junit.jupiter.api..",
            "org.junit.platform.commons..",
            "org.opentest4j..",
            "org.jspecify..")
        .check(varve);
  }

  @Test
  void onlyTheProcessorKnowsJavac() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.varve.processor..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("javax.lang.model..", "javax.annotation.processing..", "javax.tools..")
        .check(varve);
  }

  @Test
  void packagesOfOneModuleDependOnEachOtherInOneDirection() {
    for (String module : new String[] {"schema", "runtime", "processor"}) {
      SlicesRuleDefinition.slices()
          .matching("dev.varve." + module + ".(*)..")
          .should()
          .beFreeOfCycles()
          .check(varve);
    }
  }
}
