package dev.varve.catalog;

import dev.varve.schema.Check;
import dev.varve.schema.Dialect;
import dev.varve.schema.ForeignKey;
import dev.varve.schema.ForeignKey.Action;
import dev.varve.schema.PrimaryKey;
import dev.varve.schema.Sql;
import dev.varve.schema.UniqueKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Reads the rows of {@link PostgresQueries#constraints}. */
final class PostgresConstraints {
  private final Namespaces namespaces;

  PostgresConstraints(Namespaces namespaces) {
    this.namespaces = namespaces;
  }

  void read(PostgresTable table, ResultSet row) throws SQLException {
    String type = row.getString(2);
    String name = row.getString(3);
    List<String> columns = List.of(PostgresCatalog.texts(row, 10));
    if (type.equals("n")) {
      table.notValidated.addAll(columns);
      table.note(name, "the NOT NULL is NOT VALID: rows that are older may have null");
      return;
    }
    String peculiarity = peculiarity(type, row);
    if (!peculiarity.isEmpty()) {
      table.note(name, peculiarity);
      return;
    }
    switch (type) {
      case "p" -> table.primaryKey = new PrimaryKey(name, columns);
      case "u" -> table.uniqueKeys.add(new UniqueKey(name, columns));
      case "c" -> {
        Sql condition = Sql.only(Dialect.POSTGRESQL, row.getString(18));
        table.checks.add(new Check(name, condition));
      }
      default -> table.foreignKeys.add(foreignKey(name, columns, row));
    }
  }

  /** Why the model can't hold a constraint; empty: it can. */
  private static String peculiarity(String type, ResultSet row) throws SQLException {
    if (type.equals("x")) {
      return "it's an exclusion constraint";
    }
    if (type.equals("t")) {
      return "it's a constraint trigger";
    }
    if (!row.getBoolean(4)) {
      return "the constraint is NOT ENFORCED";
    }
    if (!row.getBoolean(5)) {
      return "the constraint is NOT VALID: rows that are older may violate it";
    }
    if (row.getBoolean(6)) {
      return "the constraint is over a PERIOD, or WITHOUT OVERLAPS";
    }
    boolean deferrable = row.getBoolean(7);
    if (deferrable && !(type.equals("f") && row.getBoolean(8))) {
      return row.getBoolean(8)
          ? "the constraint is DEFERRABLE"
          : "the constraint is DEFERRABLE, but INITIALLY IMMEDIATE";
    }
    return switch (type) {
      case "c" -> row.getBoolean(9) ? "the constraint has the clause NO INHERIT" : "";
      case "f" -> foreignKeyPeculiarity(row);
      default -> keyPeculiarity(row);
    };
  }

  private static String foreignKeyPeculiarity(ResultSet row) throws SQLException {
    if (!row.getString(16).equals("s")) {
      return "the foreign key is MATCH FULL";
    }
    return row.getBoolean(17) ? "the foreign key sets only some of its columns" : "";
  }

  private static String keyPeculiarity(ResultSet row) throws SQLException {
    if (row.getBoolean(19)) {
      return "the key's index includes other columns";
    }
    return row.getBoolean(20) ? "the key is NULLS NOT DISTINCT" : "";
  }

  private ForeignKey foreignKey(String name, List<String> columns, ResultSet row)
      throws SQLException {
    return new ForeignKey(
        name,
        columns,
        namespaces.name(row.getString(11), row.getString(12)),
        List.of(PostgresCatalog.texts(row, 13)),
        action(row.getString(14)),
        action(row.getString(15)),
        row.getBoolean(7));
  }

  private static Action action(String code) {
    return switch (code) {
      case "r" -> Action.RESTRICT;
      case "c" -> Action.CASCADE;
      case "n" -> Action.SET_NULL;
      case "d" -> Action.SET_DEFAULT;
      default -> Action.NO_ACTION;
    };
  }
}
