package dev.varve.conformance.seeds;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/** Names that nobody has yet: plain ones, such as mean something to databases, and others. */
final class NameMaker {
  private static final List<String> ENTITIES =
      List.of(
          "Order",
          "User",
          "Group",
          "Customer",
          "Invoice",
          "Address",
          "Category",
          "Bus",
          "Box",
          "Table",
          "Select",
          "Column",
          "List",
          "Map",
          "Entity",
          "Check",
          "Record",
          "Übung",
          "Straße",
          "Größe",
          "Книга",
          "HTTPServer",
          "Person",
          "Tenant",
          "Membership",
          "Employee",
          "Product",
          "Tag",
          "Article",
          "Event",
          "Ticket",
          "Account",
          "Transfer",
          "Analysis",
          "Day",
          "Key",
          "Index",
          "Primary",
          "Values",
          "Unit",
          "View",
          "Window",
          "Role",
          "Grant",
          "Trigger");

  private static final List<String> COMPONENTS =
      List.of(
          "name",
          "firstName",
          "lastName",
          "email",
          "phone",
          "city",
          "country",
          "street",
          "zip",
          "url",
          "title",
          "description",
          "price",
          "amount",
          "quantity",
          "createdAt",
          "updatedAt",
          "order",
          "group",
          "user",
          "select",
          "from",
          "where",
          "table",
          "check",
          "values",
          "limit",
          "offset",
          "größe",
          "straße",
          "имя",
          "x",
          "URL",
          "iban",
          "status",
          "note",
          "rank",
          "path",
          "end",
          "start",
          "key",
          "value",
          "type",
          "comment",
          "index",
          "label",
          "total",
          "weight",
          "row",
          "given",
          "seed",
          "plan",
          "chance",
          "rowid",
          "oid",
          "count",
          "size",
          "state");

  private static final List<String> COLUMNS =
      List.of("Mixed Case", "default", "a b", "größer", "percent%", "co,mma", "dot.ted", "it's");

  private final Random random;
  private final Set<String> entities = new HashSet<>();

  NameMaker(Random random) {
    this.random = random;
  }

  private <T> T one(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  String entity() {
    return free(one(ENTITIES), entities);
  }

  /** A component's name whose column is called otherwise than all before. */
  String component(Set<String> taken) {
    return free(one(COMPONENTS), taken);
  }

  /** A column's name; empty: that of the component. */
  String column(Set<String> taken) {
    String name = one(COLUMNS);
    return random.nextInt(12) == 0 && taken.add(name.toLowerCase(Locale.ROOT)) ? name : "";
  }

  private static String free(String name, Set<String> taken) {
    String free = name;
    for (int i = 2; !taken.add(free.toLowerCase(Locale.ROOT)); i++) {
      free = name + i;
    }
    return free;
  }
}
