package dev.varve.processor.seed;

import dev.varve.schema.Dialect;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** A user's entities and a user's tests, compiled by javac and run on both engines. */
class SeedScenariosTest {
  @TempDir static Path folder;

  @TestFactory
  List<DynamicTest> shop() throws Exception {
    return scenarios("shop", "shop.ShopScenarios");
  }

  @TestFactory
  List<DynamicTest> types() throws Exception {
    return scenarios("types", "types.TypesScenarios");
  }

  @TestFactory
  List<DynamicTest> names() throws Exception {
    return scenarios("names", "names.NamesScenarios");
  }

  @TestFactory
  List<DynamicTest> hidden() throws Exception {
    return scenarios("hidden", "hidden.HiddenScenarios");
  }

  @TestFactory
  List<DynamicTest> slots() throws Exception {
    return scenarios("slots", "slots.SlotScenarios");
  }

  @TestFactory
  List<DynamicTest> graph() throws Exception {
    return scenarios("graph", "graph.GraphScenarios");
  }

  @TestFactory
  List<DynamicTest> fixture() throws Exception {
    return scenarios(
        "fixture",
        "fixture.FixtureScenarios",
        "fixture.MessageScenarios",
        "fixture.ComplaintScenarios");
  }

  @TestFactory
  List<DynamicTest> rich() throws Exception {
    return scenarios("rich", "rich.RichScenarios");
  }

  @TestFactory
  List<DynamicTest> compared() throws Exception {
    return scenarios("compared", "compared.ComparedScenarios");
  }

  @TestFactory
  List<DynamicTest> bound() throws Exception {
    return scenarios("bound", "bound.BoundScenarios");
  }

  @TestFactory
  List<DynamicTest> smoke() throws Exception {
    return scenarios("smoke", "smoke.SmokeScenarios");
  }

  @TestFactory
  List<DynamicTest> partial() throws Exception {
    return scenarios("partial", "partial.PartialScenarios");
  }

  @TestFactory
  List<DynamicTest> refused() throws Exception {
    return scenarios("refused", "refused.RefusedScenarios");
  }

  @TestFactory
  List<DynamicTest> flawed() throws Exception {
    return scenarios("flawed", "flawed.FlawedScenarios");
  }

  @TestFactory
  List<DynamicTest> loading() throws Exception {
    return scenarios("loading", "loading.LoadingScenarios");
  }

  @TestFactory
  List<DynamicTest> files() throws Exception {
    return scenarios("loading", "loading.FileScenarios");
  }

  @TestFactory
  List<DynamicTest> complaints() throws Exception {
    return scenarios("complaints", "complaints.RowComplaints", "complaints.CallComplaints");
  }

  @TestFactory
  List<DynamicTest> hostile() throws Exception {
    return scenarios("hostile", "hostile.HostileScenarios");
  }

  /** A test for each static method of the classes that takes a data source, on each engine. */
  private static List<DynamicTest> scenarios(String directory, String... types) throws Exception {
    CompiledSeeds compiled = CompiledSeeds.of(directory, folder.resolve(directory));
    List<DynamicTest> tests = new ArrayList<>();
    for (String type : types) {
      tests.addAll(scenarios(compiled, compiled.loader().loadClass(type)));
    }
    return tests;
  }

  private static List<DynamicTest> scenarios(CompiledSeeds compiled, Class<?> type) {
    List<DynamicTest> tests = new ArrayList<>();
    for (Method method : type.getDeclaredMethods()) {
      if (Modifier.isPublic(method.getModifiers()) && method.getParameterCount() == 1) {
        for (Dialect dialect : Dialect.values()) {
          tests.add(
              DynamicTest.dynamicTest(
                  method.getName() + " on " + dialect,
                  () ->
                      run(
                          method,
                          TestDatabase.create(compiled.model().schema(), dialect, folder))));
        }
      }
    }
    return tests;
  }

  private static void run(Method method, DataSource source) throws Throwable {
    try {
      method.invoke(null, source);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
