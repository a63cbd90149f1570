package dev.varve.catalog;

import dev.varve.schema.Column;
import dev.varve.schema.ColumnType;
import dev.varve.schema.ColumnType.Array;
import dev.varve.schema.ColumnType.NativeEnum;
import dev.varve.schema.Dialect;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Sql;
import dev.varve.schema.ValueSource;
import dev.varve.schema.ValueSource.Computed;
import dev.varve.schema.ValueSource.Default;
import dev.varve.schema.ValueSource.Given;
import dev.varve.schema.ValueSource.Identity;
import dev.varve.schema.sql.PhysicalSchema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;

/** Reads the rows of {@link PostgresQueries#COLUMNS}. */
final class PostgresColumns {
  private final Namespaces namespaces;
  private final Set<QualifiedName> enumTypes;

  PostgresColumns(Namespaces namespaces, Set<QualifiedName> enumTypes) {
    this.namespaces = namespaces;
    this.enumTypes = enumTypes;
  }

  void read(PostgresTable table, ResultSet row) throws SQLException {
    String name = row.getString(3);
    boolean nullable = !row.getBoolean(6) || table.notValidated.contains(name);
    ValueSource source = source(table, name, row);
    String comment = PostgresCatalog.text(row, 10);
    String collation = PostgresCatalog.text(row, 5);
    String enumName = PostgresCatalog.text(row, 12);
    if (!enumName.isEmpty() && collation.isEmpty()) {
      QualifiedName type = namespaces.name(row.getString(11), enumName);
      if (enumTypes.contains(type)) {
        NativeEnum element = new NativeEnum(type);
        ColumnType columnType = row.getBoolean(13) ? new Array(element) : element;
        table.columns.add(new Column(name, columnType, nullable, source, Map.of(), comment));
        return;
      }
    }
    String sqlType = row.getString(4) + (collation.isEmpty() ? "" : " COLLATE " + collation);
    table.columns.add(
        PhysicalSchema.column(name, sqlType, nullable, source, comment, Dialect.POSTGRESQL));
  }

  private static ValueSource source(PostgresTable table, String column, ResultSet row)
      throws SQLException {
    switch (row.getString(7)) {
      case "d" -> {
        return new Identity();
      }
      case "a" -> {
        table.note(column, "the column is GENERATED ALWAYS AS IDENTITY, an INSERT can't name it");
        return new Given();
      }
      default -> {
        String text = PostgresCatalog.text(row, 9);
        if (text.isEmpty()) {
          return new Given();
        }
        Sql expression = Sql.only(Dialect.POSTGRESQL, text);
        String generated = row.getString(8);
        return generated.isEmpty()
            ? new Default(expression)
            : new Computed(expression, generated.equals("s"));
      }
    }
  }
}
