package dev.varve.seed.load;

import dev.varve.seed.value.PostgresEncoder;
import dev.varve.seed.value.SqliteEncoder;
import dev.varve.seed.value.ValueException;
import dev.varve.seed.value.ValueType;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values as SQL literals, from what the encoders make of them. */
enum SqlLiterals {
  /** Numbers and truth values as they are, all else in quotes without a type. */
  POSTGRESQL {
    @Override
    void append(ValueType type, Object value, StringBuilder sql) {
      switch (type.kind()) {
        case BOOLEAN, INT16, INT32, INT64, INTEGER, DECIMAL ->
            PostgresEncoder.append(type, value, sql);
        default -> quote(PostgresEncoder.text(type, value), sql);
      }
    }
  },
  /** Numbers, texts and blobs. */
  SQLITE {
    @Override
    void append(ValueType type, Object value, StringBuilder sql) {
      Object stored = SqliteEncoder.value(type, value);
      if (stored instanceof byte[] bytes) {
        sql.append("x'").append(HexFormat.of().formatHex(bytes)).append('\'');
      } else if (stored instanceof Double number && number.isInfinite()) {
        sql.append(number > 0 ? "9e999" : "-9e999");
      } else if (stored instanceof Number) {
        sql.append(stored);
      } else {
        quote(stored.toString(), sql);
      }
    }
  };

  abstract void append(ValueType type, Object value, StringBuilder sql);

  /** A row in parentheses. */
  final void row(List<LoadColumn> columns, @Nullable Object[] cells, StringBuilder sql) {
    sql.append('(');
    for (int i = 0; i < cells.length; i++) {
      sql.append(i == 0 ? "" : ", ");
      cell(columns.get(i).type(), cells[i], sql);
    }
    sql.append(')');
  }

  private void cell(ValueType type, @Nullable Object value, StringBuilder sql) {
    if (value == null) {
      sql.append("NULL");
    } else {
      append(type, value, sql);
    }
  }

  /** A statement with its values in place of the question marks that stand in no quotes. */
  final String filled(String statement, List<Cell> cells) {
    StringBuilder sql = new StringBuilder();
    int cell = 0;
    char quote = 0;
    for (int i = 0; i < statement.length(); i++) {
      char c = statement.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      }
      if (c == '?' && quote == 0) {
        cell(cells.get(cell).type(), cells.get(cell).value(), sql);
        cell++;
      } else {
        sql.append(c);
      }
    }
    return sql.toString();
  }

  private static void quote(String text, StringBuilder sql) {
    sql.append('\'');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        throw new ValueException("the character NUL is in no database text");
      }
      sql.append(c);
      if (c == '\'') {
        sql.append(c);
      }
    }
    sql.append('\'');
  }
}
