package dev.varve.processor;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.processor.JavaProject.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Types that another processor generates while ours already runs. */
final class RoundsTest {
  private static final String CUSTOMER =
      """
      package com.acme;
      @dev.varve.Entity
      public record Customer(@dev.varve.Id long id) {}
      """;

  private static final String STATE =
      """
      package com.acme;
      public enum State { OPEN, PAID }
      """;

  @TempDir Path root;
  private JavaProject shop;

  @BeforeEach
  void shop() throws IOException {
    shop = new JavaProject(root);
  }

  @Test
  void waitsForAnEntityThatARelationLeadsTo() throws IOException {
    shop.with(
        "com.acme.Order",
        "@Entity public record Order(@Id long id, @Relation Customer customer) {}");
    shop.with(Generator.of("com.acme.Customer", CUSTOMER)).compile().assertClean();
    assertTrue(schema().contains("customers"));
    assertTrue(Files.exists(shop.classes().resolve("com/acme/AcmeSeed.class")));
  }

  @Test
  void waitsForTheTypeOfAComponent() throws IOException {
    shop.with("com.acme.Order", "@Entity public record Order(@Id long id, State state) {}");
    shop.with(Generator.of("com.acme.State", STATE)).compile().assertClean();
    assertTrue(schema().contains("'PAID'"));
  }

  @Test
  void seesEntitiesThatAreAllGenerated() throws IOException {
    shop.with("com.acme.Main", "interface Main { @Nullable String name(); }");
    shop.with(Generator.of("com.acme.Customer", CUSTOMER)).compile().assertClean();
    assertTrue(schema().contains("customers"));
  }

  @Test
  void refusesAnEntityThatComesAfterTheSeeds() throws IOException {
    shop.with("com.acme.Order", "@Entity public record Order(@Id long id) {}");
    shop.with(Generator.of("com.acme.Customer", CUSTOMER));
    shop.compile().assertError(Message.ENTITY_TOO_LATE, "com.acme.Customer");
    assertFalse(Files.exists(shop.db()));
  }

  @Test
  void takesALateEntityIfThereAreNoSeeds() throws IOException {
    shop.with("com.acme.Order", "@Entity public record Order(@Id long id) {}");
    shop.with(Generator.of("com.acme.Customer", CUSTOMER));
    shop.compile("-Avarve.seeds=false").assertClean();
    assertTrue(schema().contains("customers"));
    assertTrue(schema().contains("orders"));
  }

  @Test
  void writesSeedsInTheLastRoundIfNobodyNamesThem() throws IOException {
    shop.with("com.acme.Order", "@Entity public record Order(@Id long id) {}");
    shop.with("com.acme.Main", "class Main { void run(OrderSeeds other) {} }");
    shop.with("com.acme.OrderSeeds", "class OrderSeeds {}");
    Result result = shop.compile("-XprintRounds");
    assertTrue(result.success(), result.toString());
    assertFalse(result.rest().contains("com.acme.OrderSeed}"), result.rest());
    assertFalse(result.rest().contains("com.acme.AcmeSeed"), result.rest());
    assertTrue(Files.exists(shop.classes().resolve("com/acme/AcmeSeed.class")));
    assertTrue(Files.exists(shop.classes().resolve("com/acme/OrderSeed.class")));
  }

  @Test
  void writesSeedsAtOnceIfAnImportNamesThem() throws IOException {
    shop.with("com.acme.Order", "@Entity public record Order(@Id long id) {}");
    shop.with("com.acme.app.Main", "import com.acme.AcmeSeed; class Main { AcmeSeed seed; }");
    Result result = shop.compile("-XprintRounds");
    assertTrue(result.success(), result.toString());
    assertTrue(result.rest().contains("com.acme.AcmeSeed"), result.rest());
  }

  @Test
  void writesSeedsIfAGeneratedSourceNamesThem() throws IOException {
    shop.with("com.acme.Order", "@Entity public record Order(@Id long id) {}");
    shop.with(
        Generator.of("com.acme.Use", "package com.acme; class Use extends Base<OrderSeed> {}"));
    shop.with("com.acme.Base", "class Base<T> {}");
    shop.compile().assertClean();
    assertTrue(Files.exists(shop.classes().resolve("com/acme/Use.class")));
  }

  @Test
  void seesASeedWhoseNameIsEscaped() throws IOException {
    shop.with("com.acme.\u00c4rger", "@Entity public record \u00c4rger(@Id long id) {}");
    shop.with("com.acme.Main", "class Main { \\u00c4rgerSeed seed; }");
    shop.compile("-encoding", "UTF-8").assertClean();
    assertTrue(Files.exists(shop.classes().resolve("com/acme/Main.class")));
  }

  @Test
  void writesNoSeedsWithoutTheirEngine() throws IOException {
    shop.with("com.acme.Order", "@Entity public record Order(@Id long id) {}");
    shop.withoutSeedEngine().compile().assertClean();
    assertTrue(schema().contains("orders"));
    assertFalse(Files.exists(shop.classes().resolve("com/acme/AcmeSeed.class")));
  }

  @Test
  void saysWhatIsMissingWhenSeedsAreNamedWithoutTheirEngine() throws IOException {
    shop.with("com.acme.Order", "@Entity public record Order(@Id long id) {}");
    shop.with("com.acme.Main", "class Main { AcmeSeed seed; }");
    Result result = shop.withoutSeedEngine().compile();
    assertFalse(result.success());
    assertTrue(
        result.diagnostics().toString().contains("NOTE: [VARVE-145] AcmeSeed"), result::toString);
  }

  private String schema() throws IOException {
    return Files.readString(shop.db().resolve("sqlite/schema.sql"));
  }
}
