package dev.varve.schema.plan;

import dev.varve.schema.Column;
import dev.varve.schema.Index;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Table;
import dev.varve.schema.ValueSource.Default;
import dev.varve.schema.sql.SqliteStatements;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A table built anew: the way that SQLite's manual gives for all that it can't alter (<a
 * href="https://www.sqlite.org/lang_altertable.html#making_other_kinds_of_table_schema_changes">Making
 * Other Kinds Of Table Schema Changes</a>).
 */
final class SqliteRebuild {
  private static final int WIDTH = 100;
  private static final String HOW =
      "A new table takes over the rows, then the name. Foreign keys have to be off meanwhile, or"
          + " DROP TABLE would delete rows that refer to it, and triggers of your own are dropped"
          + " with the old table; the applier switches the keys off and creates the triggers again.";

  private SqliteRebuild() {}

  /**
   * The statements.
   *
   * @param temporary a name that nothing has
   * @param obstacles why it is built anew
   * @param isFirst whether it's the first of the script, which explains how it goes
   */
  static List<Statement> statements(
      SqliteStatements sql,
      SqliteTable table,
      String temporary,
      Obstacles obstacles,
      boolean isFirst) {
    String name = table.name();
    Map<String, String> values = values(table);
    List<Statement> statements = new ArrayList<>();
    statements.add(
        new Statement(
            comment(name, obstacles, isFirst), sql.createTable(named(table.to(), temporary))));
    statements.add(new Statement(table.comment(), sql.copy(name, temporary, values)));
    if (table.keepsCounter()) {
      List<String> keep = sql.keepCounter(name, temporary);
      statements.add(new Statement("No key is given twice, not even a deleted one.", keep.get(0)));
      statements.add(Statement.of(keep.get(1)));
    }
    statements.add(Statement.of(sql.dropTable(name)));
    statements.add(Statement.of(sql.legacyRename(true)));
    statements.add(Statement.of(sql.renameTable(temporary, name)));
    statements.add(Statement.of(sql.legacyRename(false)));
    for (Index index : table.to().indexes()) {
      statements.add(Statement.of(sql.createIndex(name, index)));
    }
    return statements;
  }

  private static Map<String, String> values(SqliteTable table) {
    Map<String, String> values = new LinkedHashMap<>();
    for (SqliteColumn column : table.columns()) {
      if (!column.isComputed() && column.value().isPresent()) {
        values.put(column.to().name(), column.value().get());
      }
    }
    if (values.isEmpty()) {
      // SQLite has no INSERT of several rows without a column.
      Column first = table.to().columns().get(0);
      boolean isDefault = first.source() instanceof Default;
      values.put(
          first.name(), isDefault ? SqliteStatements.text((Default) first.source()) : "NULL");
    }
    return values;
  }

  private static Table named(Table table, String name) {
    return new Table(
        QualifiedName.of(name),
        "",
        table.columns(),
        table.primaryKey(),
        table.uniqueKeys(),
        table.checks(),
        table.foreignKeys(),
        List.of(),
        "");
  }

  private static String comment(String name, Obstacles obstacles, boolean isFirst) {
    String why = "Builds " + name + " anew, since SQLite can't " + obstacles + " in place.";
    return wrapped(isFirst ? why + ' ' + HOW : why);
  }

  private static String wrapped(String text) {
    StringBuilder lines = new StringBuilder(text.length() + 8);
    int length = 3;
    for (String word : text.split(" ")) {
      if (length + word.length() > WIDTH) {
        lines.setCharAt(lines.length() - 1, '\n');
        length = 3;
      }
      lines.append(word).append(' ');
      length += word.length() + 1;
    }
    return lines.toString().strip();
  }
}
