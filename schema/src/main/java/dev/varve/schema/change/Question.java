package dev.varve.schema.change;

import dev.varve.schema.Column;
import dev.varve.schema.ColumnName;
import dev.varve.schema.QualifiedName;
import java.util.List;

/** What two schemas leave open: without an answer data could be lost, or a migration would fail. */
public sealed interface Question {
  /**
   * A table is gone.
   *
   * @param table the former table
   * @param origin the binary name of its record, followed by {@code #component} for a junction
   *     table; may be empty
   * @param candidates present tables that are new and might be this one, likeliest first
   */
  record TableGone(QualifiedName table, String origin, List<QualifiedName> candidates)
      implements Question {
    /** Copies the list. */
    public TableGone {
      candidates = List.copyOf(candidates);
    }
  }

  /**
   * A column is gone.
   *
   * @param column the former column, in the table by its present name
   * @param candidates present columns of the table that are new and might be this one, likeliest
   *     first
   */
  record ColumnGone(ColumnName column, List<String> candidates) implements Question {
    /** Copies the list. */
    public ColumnGone {
      candidates = List.copyOf(candidates);
    }
  }

  /**
   * A column whose values were given is computed from now on.
   *
   * @param column the present column
   * @param former what it was called before; mostly the same
   */
  record GivenLost(ColumnName column, String former) implements Question {}

  /**
   * A constant of a Java enum is gone that columns may hold.
   *
   * @param enumType the Java enum's binary name; empty where it isn't known
   * @param value the former constant
   * @param candidates new constants that might be this one
   * @param columns the present columns that may hold it
   */
  record ValueGone(String enumType, String value, List<String> candidates, List<ColumnName> columns)
      implements Question {
    /** Copies the lists. */
    public ValueGone {
      candidates = List.copyOf(candidates);
      columns = List.copyOf(columns);
    }
  }

  /**
   * A column's type holds less than before, or there is no way from one to the other.
   *
   * @param column the present column
   * @param from as it was
   * @param to as it shall be
   * @param convertible whether a database could try the conversion
   */
  record Narrowed(ColumnName column, Column from, Column to, boolean convertible)
      implements Question {}

  /**
   * A NOT NULL column is new, or a column becomes NOT NULL, and nothing says what existing rows
   * get.
   *
   * @param column the present column
   * @param isNew whether the column is new
   */
  record ValueMissing(ColumnName column, boolean isNew) implements Question {}

  /**
   * A name that {@code @Renamed} gives wasn't there, and what it stands on is new.
   *
   * @param subject the present table, or column
   * @param from what was written, most literal first
   * @param known names that were there and might be meant
   */
  record RenamedUnknown(ColumnName subject, List<String> from, List<String> known)
      implements Question {
    /** Copies the lists. */
    public RenamedUnknown {
      from = List.copyOf(from);
      known = List.copyOf(known);
    }
  }
}
