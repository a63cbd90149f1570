package dev.varve.schema.sql;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.varve.schema.Column;
import dev.varve.schema.ColumnType;
import dev.varve.schema.ColumnType.Array;
import dev.varve.schema.ColumnType.Decimal;
import dev.varve.schema.ColumnType.NativeEnum;
import dev.varve.schema.ColumnType.Simple;
import dev.varve.schema.ColumnType.Text;
import dev.varve.schema.ColumnType.Words;
import dev.varve.schema.Dialect;
import dev.varve.schema.EnumType;
import dev.varve.schema.PrimaryKey;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Schema;
import dev.varve.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlaceholderTest {
  private static final QualifiedName MOOD = QualifiedName.of("mood");

  /** A table with a column of each type takes a row of placeholders, in both databases. */
  @ParameterizedTest
  @EnumSource
  void isAcceptedByItsColumn(Dialect dialect) throws SQLException {
    Schema schema = everyType();
    Table table = schema.tables().get(0);
    StringBuilder values = new StringBuilder();
    for (Column column : table.columns()) {
      values.append(values.isEmpty() ? "" : ", ");
      values.append(Placeholder.of(column, schema, dialect).orElseThrow());
    }
    try (Connection connection =
        dialect == Dialect.SQLITE ? Databases.sqlite() : Databases.postgres("postgres")) {
      connection.setAutoCommit(false);
      Databases.run(connection, SchemaScript.create(schema, dialect));
      String insert = "INSERT INTO every_type VALUES (" + values + ')';
      assertDoesNotThrow(() -> Databases.run(connection, insert), insert);
      connection.rollback();
    }
  }

  @ParameterizedTest
  @EnumSource
  void isUnknownForOverriddenTypes(Dialect dialect) {
    Column column = Column.of("c", new Text(0), false);
    Column overridden =
        new Column("c", new Text(0), false, column.source(), Map.of(dialect, "x"), "");
    assertEquals(Optional.of("''"), Placeholder.of(column, Schema.EMPTY, dialect));
    assertEquals(Optional.empty(), Placeholder.of(overridden, Schema.EMPTY, dialect));
  }

  private static Schema everyType() {
    List<ColumnType> types = new ArrayList<>(List.of(Simple.values()));
    types.add(new Decimal(5, 5));
    types.add(new Decimal(0, 0));
    types.add(new Text(3));
    types.add(new Words(List.of("it's", "B")));
    types.add(new NativeEnum(MOOD));
    types.add(new Array(new NativeEnum(MOOD)));
    types.add(new Array(Simple.INSTANT));
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      columns.add(Column.of("c" + i, types.get(i), false));
    }
    Table table =
        new Table(
            QualifiedName.of("every_type"),
            "",
            columns,
            new PrimaryKey("every_type_pkey", List.of("c0")),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            "");
    return new Schema(List.of(new EnumType(MOOD, List.of("FINE", "SAD"), "", "")), List.of(table));
  }
}
