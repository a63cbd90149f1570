package dev.varve.seed.value;

import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;

/**
 * A column to try values in.
 *
 * @param type its type, as descriptors write it
 * @param postgres its type in PostgreSQL
 * @param sqlite its type in SQLite
 * @param check its CHECK in SQLite; empty: none
 * @param java the type to read its values as
 * @param values values that come back as they are
 */
public record Column(
    String type, String postgres, String sqlite, String check, Type java, List<Object> values) {

  static Column of(
      String type, String postgres, String sqlite, String check, Type java, Object... values) {
    return new Column(type, postgres, sqlite, check, java, Arrays.asList(values));
  }

  /** The table, as schema.sql has it. */
  public String table(Engine engine) {
    return switch (engine) {
      case POSTGRESQL -> "CREATE TABLE t (n integer PRIMARY KEY, v " + postgres + ")";
      case SQLITE ->
          "CREATE TABLE t (n INTEGER PRIMARY KEY, v "
              + sqlite
              + (check.isEmpty() ? "" : ", CONSTRAINT t_v_check CHECK (" + check + ")")
              + ") STRICT";
    };
  }

  @Override
  public String toString() {
    return type + " as " + java.getTypeName();
  }
}
