package dev.varve.bench.seed;

import dev.varve.seed.load.LoadColumn;
import dev.varve.seed.load.LoadTable;
import dev.varve.seed.load.TableName;
import dev.varve.seed.value.ValueType;
import java.util.ArrayList;
import java.util.List;

/** The shop's tables, each after those that it refers to. */
final class ShopTables {
  static final List<LoadTable> ALL =
      List.of(
          table("categories", "id int64", "name text(60)"),
          table(
              "products",
              "id int64",
              "category_id int64",
              "sku text(20)",
              "name text(100)",
              "price decimal(10,2)"),
          table(
              "customers",
              "id int64",
              "email text(120)",
              "name text(80)",
              "tier words(FREE,PRO,TEAM)",
              "discount int32",
              "joined_at instant"),
          table(
              "orders",
              "id int64",
              "customer_id int64",
              "ref text(20)",
              "total decimal(10,2)",
              "status words(OPEN,PAID,SENT)",
              "placed_at instant"),
          table(
              "lines",
              "id int64",
              "order_id int64",
              "product_id int64",
              "quantity int32",
              "price decimal(10,2)"),
          table(
              "reviews",
              "id int64",
              "customer_id int64",
              "product_id int64",
              "stars int32",
              "text text",
              "written_on date"));

  private ShopTables() {}

  private static LoadTable table(String name, String... columns) {
    List<LoadColumn> all = new ArrayList<>();
    for (String column : columns) {
      int blank = column.indexOf(' ');
      all.add(
          new LoadColumn(column.substring(0, blank), ValueType.parse(column.substring(blank + 1))));
    }
    return new LoadTable(new TableName("", name), all);
  }
}
