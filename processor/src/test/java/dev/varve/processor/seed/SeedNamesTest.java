package dev.varve.processor.seed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.palantir.javapoet.ClassName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeedNamesTest {
  private static final ClassName DATABASE = ClassName.get("acme", "ShopSeed");

  private static String names(String... entities) {
    List<ClassName> all = new ArrayList<>();
    for (String entity : entities) {
      int dot = entity.lastIndexOf('.');
      all.add(ClassName.get(entity.substring(0, dot), entity.substring(dot + 1)));
    }
    return names(all);
  }

  /** The names in the order of {@code entities}, which must not matter. */
  private static String names(List<ClassName> entities) {
    List<ClassName> shuffled = new ArrayList<>(entities);
    Collections.reverse(shuffled);
    SeedNames names = SeedNames.of(DATABASE, shuffled);
    StringBuilder text = new StringBuilder();
    for (ClassName entity : entities) {
      text.append(text.length() == 0 ? "" : " ").append(names.method(entity)).append(':');
      text.append(names.builder(entity).simpleName());
      assertEquals("acme", names.builder(entity).packageName());
    }
    return text.toString();
  }

  @Test
  void theSimpleNameIsEnough() {
    assertEquals("customer:CustomerSeed", names("acme.Customer"));
    assertEquals("urlEntry:URLEntrySeed", names("acme.URLEntry"));
  }

  @Test
  void bothOfOneNameTakeMore() {
    assertEquals(
        "billingOrder:BillingOrderSeed shopOrder:ShopOrderSeed customer:CustomerSeed",
        names("acme.billing.Order", "acme.shop.Order", "acme.Customer"));
    assertEquals(
        "axOrder:AXOrderSeed bxOrder:BXOrderSeed", names("acme.a.x.Order", "acme.b.x.Order"));
  }

  @Test
  void wordsOfTheLanguageAndOfObjectGetAnUnderscore() {
    assertEquals("class_:ClassSeed", names("acme.Class"));
    assertEquals("notify_:NotifySeed", names("acme.Notify"));
    assertEquals("hashCode_:HashCodeSeed", names("acme.HashCode"));
  }

  @Test
  void buildersKeepClearOfTypes() {
    assertEquals("shop:ShopRowSeed", names("acme.Shop"));
    assertEquals(
        "customer:CustomerRowSeed customerSeed:CustomerSeedSeed",
        names("acme.Customer", "acme.CustomerSeed"));
    assertEquals("seed:SeedSeed", names("acme.Seed"));
  }

  @Test
  void pluralsAreThoseOfTables() {
    assertEquals(
        "categories boxes orderLines classes", plurals("Category", "Box", "OrderLine", "Class"));
    // The entity Orders has the name that Order's plural would have.
    assertEquals("orders_ orderses", plurals("Order", "Orders"));
  }

  private static String plurals(String... simpleNames) {
    List<ClassName> entities = new ArrayList<>();
    for (String name : simpleNames) {
      entities.add(ClassName.get("acme", name));
    }
    SeedNames names = SeedNames.of(DATABASE, entities);
    return String.join(" ", entities.stream().map(names::plural).toList());
  }

  @Test
  void whatAllDatabasesHaveGetsAnUnderscore() {
    assertEquals("smoke_:SmokeSeed", names("acme.Smoke"));
    assertEquals("reload_:ReloadSeed", names("acme.Reload"));
  }

  @Test
  void planAndRowsKeepClearOfEntities() {
    List<ClassName> entities = List.of(ClassName.get("acme", "ShopPlan"));
    SeedNames names = SeedNames.of(DATABASE, entities);
    assertEquals("ShopSeedPlan", names.aggregate(Aggregate.PLAN).simpleName());
    assertEquals("ShopRows", names.aggregate(Aggregate.ROWS).simpleName());
  }
}
