package dev.varve.schema.change;

import dev.varve.schema.ColumnName;
import dev.varve.schema.EnumType;
import dev.varve.schema.ForeignKey;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Schema;
import dev.varve.schema.Table;
import dev.varve.schema.change.Change.AddConstraint;
import dev.varve.schema.change.Change.AlterEnum;
import dev.varve.schema.change.Change.CreateEnum;
import dev.varve.schema.change.Change.CreateSchema;
import dev.varve.schema.change.Change.DropConstraint;
import dev.varve.schema.change.Change.DropEnum;
import dev.varve.schema.change.Change.DropSchema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the changes between two schemas, once it is known what is only called otherwise. It works
 * on models as well as on the physical forms of one dialect, in time linear to their size.
 *
 * <p>The order of columns, origins, and white space in SQL are no differences.
 */
public final class Differ {
  private final Schema to;
  private final Renames renames;
  private final Map<ColumnName, Fill> fills;
  private final Map<QualifiedName, Map<String, String>> replacedValues;
  private final ChangeLists lists = new ChangeLists();
  private final Disturbed disturbed = new Disturbed();

  /** Tables that stay but aren't equal, by their present names. */
  private final Set<QualifiedName> changed = new HashSet<>();

  private Differ(
      Schema to,
      Renames renames,
      Map<ColumnName, Fill> fills,
      Map<QualifiedName, Map<String, String>> replacedValues) {
    this.to = to;
    this.renames = renames;
    this.fills = fills;
    this.replacedValues = replacedValues;
  }

  /**
   * The changes that lead from one schema to the other, in an order in which they can be made:
   * renames, drops from the outside in, alterations, adds from the inside out.
   *
   * @param fills how existing rows get the values of columns of {@code to}
   */
  public static List<Change> changes(
      Schema from, Schema to, Renames renames, Map<ColumnName, Fill> fills) {
    return changes(from, to, renames, fills, Map.of());
  }

  /**
   * The changes that lead from one schema to the other, in an order in which they can be made:
   *
   * <ol>
   *   <li>schemas that are new, so that tables can move there
   *   <li>renames of types, values, tables and columns; chains and swaps by a name for a while
   *   <li>renames of constraints and indexes
   *   <li>drops: foreign keys, indexes, checks, unique keys, primary keys, columns, tables
   *   <li>enum types that are new or change
   *   <li>comments of tables, columns that change
   *   <li>adds: tables, columns, primary keys, unique keys, checks, indexes, foreign keys
   *   <li>enum types and schemas that go
   * </ol>
   *
   * @param fills how existing rows get the values of columns of {@code to}
   * @param replacedValues for an enum type of {@code to}: what rows get instead of a value that is
   *     gone
   * @throws IllegalArgumentException if {@code renames} doesn't fit the schemas
   */
  public static List<Change> changes(
      Schema from,
      Schema to,
      Renames renames,
      Map<ColumnName, Fill> fills,
      Map<QualifiedName, Map<String, String>> replacedValues) {
    return new Differ(to, renames, fills, replacedValues).changes(from);
  }

  private List<Change> changes(Schema from) {
    Set<String> formerSchemas = schemas(from);
    Set<String> presentSchemas = schemas(to);
    List<Change> changes = new ArrayList<>();
    for (String schema : presentSchemas) {
      if (!formerSchemas.contains(schema)) {
        changes.add(new CreateSchema(schema));
      }
    }
    Schema renamed = renamed(from, changes);
    enumTypes(renamed);
    tables(renamed);
    changes.addAll(lists.inOrder());
    for (String schema : formerSchemas) {
      if (!presentSchemas.contains(schema)) {
        changes.add(new DropSchema(schema));
      }
    }
    return changes;
  }

  /** The former schema with all renames made, which are added to the changes. */
  private Schema renamed(Schema from, List<Change> changes) {
    List<Change> names = RenameChanges.of(from, to, renames);
    Schema renamed = names.isEmpty() ? from : Changes.apply(from, names);
    changes.addAll(names);
    ElementRenames elements = new ElementRenames();
    Map<QualifiedName, Table> present = byName(to);
    for (Table table : renamed.tables()) {
      Table other = present.get(table.name());
      if (other == null) {
        elements.addFormer(table);
      } else if (!table.equals(other)) {
        changed.add(table.name());
        elements.add(table, other);
      }
    }
    if (elements.isEmpty()) {
      return renamed;
    }
    List<Change> ofElements = elements.changes();
    changes.addAll(ofElements);
    return Changes.apply(renamed, ofElements);
  }

  private static Set<String> schemas(Schema schema) {
    Set<String> names = new TreeSet<>();
    for (EnumType type : schema.enumTypes()) {
      names.add(type.name().schema());
    }
    for (Table table : schema.tables()) {
      names.add(table.name().schema());
    }
    names.remove("");
    names.remove("public");
    return names;
  }

  private void enumTypes(Schema from) {
    Map<QualifiedName, EnumType> former = new HashMap<>();
    for (EnumType type : from.enumTypes()) {
      former.put(type.name(), type);
    }
    for (EnumType type : to.enumTypes()) {
      EnumType old = former.remove(type.name());
      if (old == null) {
        lists.enumCreations.add(new CreateEnum(type));
      } else if (!Same.types(old, type)) {
        lists.enumAlterations.add(new AlterEnum(old, type, replaced(old, type)));
      }
    }
    for (EnumType type : from.enumTypes()) {
      if (former.containsKey(type.name())) {
        lists.enumDrops.add(new DropEnum(type));
      }
    }
  }

  private Fill replaced(EnumType old, EnumType type) {
    Map<String, String> words = new LinkedHashMap<>();
    Map<String, String> replaced = replacedValues.getOrDefault(type.name(), Map.of());
    for (String value : old.values()) {
      String other = replaced.get(value);
      if (other != null && !type.values().contains(value)) {
        words.put(value, other);
      }
    }
    return words.isEmpty() ? Fill.NONE : new Fill.Replaced(words, Map.of());
  }

  private void tables(Schema from) {
    Map<QualifiedName, Table> former = byName(from);
    Map<QualifiedName, Table> present = byName(to);
    List<Table> gone = new ArrayList<>();
    for (Table table : from.tables()) {
      if (!present.containsKey(table.name())) {
        gone.add(table);
      }
    }
    List<Table> added = new ArrayList<>();
    TableDiffer within = new TableDiffer(fills, lists, disturbed);
    for (Table table : to.tables()) {
      Table old = former.get(table.name());
      if (old == null) {
        added.add(table);
      } else if (changed.contains(table.name())) {
        within.find(old, table);
      }
    }
    if (!disturbed.isEmpty()) {
      moveForeignKeys(former);
    }
    WholeTables whole = new WholeTables(lists, disturbed);
    whole.drop(gone);
    whole.create(added);
  }

  /** Drops and adds foreign keys that stay but stand on what doesn't. */
  private void moveForeignKeys(Map<QualifiedName, Table> former) {
    for (Table table : to.tables()) {
      Table old = former.get(table.name());
      if (old != null) {
        Set<ForeignKey> kept = new HashSet<>(old.foreignKeys());
        for (ForeignKey key : table.foreignKeys()) {
          if (disturbed.moves(table.name(), key) && kept.contains(key)) {
            lists.foreignKeyDrops.add(new DropConstraint(table.name(), key));
            lists.foreignKeyAdds.add(new AddConstraint(table.name(), key));
          }
        }
      }
    }
  }

  private static Map<QualifiedName, Table> byName(Schema schema) {
    Map<QualifiedName, Table> byName = new HashMap<>(schema.tables().size() * 2);
    for (Table table : schema.tables()) {
      byName.put(table.name(), table);
    }
    return byName;
  }
}
