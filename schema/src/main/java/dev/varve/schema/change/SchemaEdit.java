package dev.varve.schema.change;

import dev.varve.schema.Column;
import dev.varve.schema.ColumnType.Array;
import dev.varve.schema.ColumnType.NativeEnum;
import dev.varve.schema.EnumType;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Schema;
import dev.varve.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A schema while it changes. Tables that no change concerns stay the same objects. */
final class SchemaEdit {
  final Map<QualifiedName, EnumType> enumTypes = new HashMap<>();
  private final Map<QualifiedName, Table> tables = new LinkedHashMap<>();
  private final Map<QualifiedName, TableEdit> edits = new HashMap<>();
  private @Nullable Referrers referrers;

  SchemaEdit(Schema schema) {
    for (EnumType type : schema.enumTypes()) {
      enumTypes.put(type.name(), type);
    }
    for (Table table : schema.tables()) {
      tables.put(table.name(), table);
    }
  }

  /** The schema as it is now. */
  Schema schema() {
    for (Map.Entry<QualifiedName, TableEdit> edit : edits.entrySet()) {
      tables.put(edit.getKey(), edit.getValue().table());
    }
    edits.clear();
    return new Schema(new ArrayList<>(enumTypes.values()), new ArrayList<>(tables.values()));
  }

  boolean hasTable(QualifiedName name) {
    return tables.containsKey(name);
  }

  /** A table to be changed; null: there is none of that name. */
  @Nullable TableEdit table(QualifiedName name) {
    TableEdit edit = edits.get(name);
    if (edit == null && tables.containsKey(name)) {
      edit = new TableEdit(tables.get(name));
      edits.put(name, edit);
    }
    return edit;
  }

  void add(Table table) {
    tables.put(table.name(), table);
    referrers = null;
  }

  void remove(QualifiedName name) {
    tables.remove(name);
    edits.remove(name);
  }

  /** A table may refer to another than before. */
  void forgetReferrers() {
    referrers = null;
  }

  /** Whether a table or type is in the schema {@code name}. */
  boolean uses(String name) {
    for (QualifiedName type : enumTypes.keySet()) {
      if (type.schema().equals(name)) {
        return true;
      }
    }
    for (QualifiedName table : tables.keySet()) {
      if (table.schema().equals(name)) {
        return true;
      }
    }
    return false;
  }

  /** Renames a table that is there, in all that mentions it. */
  void renameTable(QualifiedName from, QualifiedName to) {
    for (TableEdit referrer : referrers(from)) {
      Renaming.target(referrer, from, to);
    }
    TableEdit edit = tables.containsKey(from) ? table(from) : null;
    if (edit != null) {
      Renaming.table(edit, to);
      referrers().rename(edit.foreignKeys, from, to);
      remove(from);
      tables.put(to, edit.table());
      edits.put(to, edit);
    }
  }

  /** Renames a column that is there, in all that mentions it. */
  void renameColumn(TableEdit table, String from, String to) {
    Renaming.column(table, from, to);
    for (TableEdit referrer : referrers(table.name)) {
      Renaming.targetColumn(referrer, table.name, from, to);
    }
  }

  /** Renames an enum type in all columns and texts. */
  void renameType(QualifiedName from, QualifiedName to) {
    for (QualifiedName name : new ArrayList<>(tables.keySet())) {
      if (uses(name, from)) {
        TableEdit edit = table(name);
        if (edit != null) {
          Renaming.type(edit, from, to);
        }
      }
    }
  }

  /** Renames a value of an enum type in the defaults of its columns, as the database does. */
  void renameValue(QualifiedName type, String from, String to) {
    for (QualifiedName name : new ArrayList<>(tables.keySet())) {
      if (uses(name, type)) {
        TableEdit edit = table(name);
        if (edit != null) {
          Renaming.value(edit, type, from, to);
        }
      }
    }
  }

  private boolean uses(QualifiedName table, QualifiedName type) {
    TableEdit edit = edits.get(table);
    for (Column column : edit == null ? tables.get(table).columns() : edit.columns) {
      if (column.type().equals(new NativeEnum(type))
          || column.type().equals(new Array(new NativeEnum(type)))) {
        return true;
      }
    }
    return false;
  }

  private Referrers referrers() {
    if (referrers == null) {
      referrers = new Referrers();
      for (QualifiedName name : tables.keySet()) {
        TableEdit edit = edits.get(name);
        referrers.add(name, edit == null ? tables.get(name).foreignKeys() : edit.foreignKeys);
      }
    }
    return referrers;
  }

  private List<TableEdit> referrers(QualifiedName target) {
    List<TableEdit> found = new ArrayList<>();
    for (QualifiedName name : referrers().of(target)) {
      TableEdit edit = table(name);
      if (edit != null) {
        found.add(edit);
      }
    }
    return found;
  }
}
