package dev.varve.processor.evolution;

import dev.varve.processor.Message;
import dev.varve.processor.Problem;
import dev.varve.processor.read.Declarations;
import dev.varve.processor.read.Declared;
import dev.varve.processor.read.Model;
import dev.varve.schema.Column;
import dev.varve.schema.ColumnName;
import dev.varve.schema.ColumnType;
import dev.varve.schema.ColumnType.Decimal;
import dev.varve.schema.ColumnType.Simple;
import dev.varve.schema.ColumnType.Text;
import dev.varve.schema.Schema;
import dev.varve.schema.change.Question.GivenLost;
import dev.varve.schema.change.Question.Narrowed;
import dev.varve.schema.change.Question.ValueMissing;

/** Asks for the values of columns that existing rows have no fitting one for. */
final class OpenValues {
  private final Declarations declarations;
  private final Schema schema;

  OpenValues(Model model) {
    this.declarations = model.declarations();
    this.schema = model.schema();
  }

  Problem problem(Narrowed narrowed) {
    Declared component = component(narrowed.column());
    String reason =
        narrowed.convertible()
            ? "which doesn't hold all values that there may be"
            : "which no database converts by itself";
    return Problem.of(
        Message.NARROWED,
        component.place(),
        narrowed.column().toString(),
        TypeWords.of(narrowed.from()),
        TypeWords.of(narrowed.to()),
        reason,
        Pastes.backfill(conversion(narrowed)),
        component.name());
  }

  private String conversion(Narrowed narrowed) {
    ColumnType to = narrowed.to().type();
    if (!narrowed.convertible()) {
      return TypeWords.example(narrowed.to(), schema);
    }
    if (narrowed.from().type() instanceof Text && to instanceof Text text && text.length() > 0) {
      return "substr({}, 1, " + text.length() + ')';
    }
    if (narrowed.from().type() instanceof Decimal && to instanceof Decimal decimal) {
      return "round({}, " + decimal.scale() + ')';
    }
    String value = cutsOnSqlite(narrowed) ? "round({})" : "{}";
    return "CAST(" + value + " AS " + TypeWords.of(narrowed.to()) + ')';
  }

  /** PostgreSQL rounds a fraction that is cast to an integer, SQLite cuts it off. */
  private static boolean cutsOnSqlite(Narrowed narrowed) {
    ColumnType from = narrowed.from().type();
    ColumnType to = narrowed.to().type();
    boolean fraction = from instanceof Decimal || from == Simple.FLOAT32 || from == Simple.FLOAT64;
    return fraction && (to == Simple.INT16 || to == Simple.INT32 || to == Simple.INT64);
  }

  Problem problem(ValueMissing missing) {
    Declared component = component(missing.column());
    Column column = declarations.columnOf(missing.column()).orElse(null);
    String value = column == null ? "..." : TypeWords.example(column, schema);
    String what =
        missing.isNew()
            ? "is new and NOT NULL, and existing rows have no value for it"
            : "becomes NOT NULL, and existing rows may hold NULL";
    String nullable = nullable(missing.column());
    String whole =
        declarations.isRelation(missing.column())
            ? nullable + ", or " + Pastes.backfill(value) + " with a key that exists in its place,"
            : Pastes.backfill(value)
                + " (for existing rows), "
                + Pastes.byDefault(value)
                + " (for new ones too), or "
                + nullable;
    return Problem.of(
        Message.VALUE_MISSING,
        component.place(),
        missing.column().toString(),
        what,
        whole,
        component.name());
  }

  Problem problem(GivenLost lost) {
    return Problem.of(
        Message.GIVEN_LOST,
        component(lost.column()).place(),
        lost.column().toString(),
        Pastes.removedColumn(lost.former()),
        declarations.record(lost.column().table()).orElseGet(declarations::database).name());
  }

  private String nullable(ColumnName column) {
    return declarations
        .boxed(column)
        .map(type -> "@Nullable (and the type " + type + ')')
        .orElse("@Nullable");
  }

  private Declared component(ColumnName column) {
    return declarations
        .column(column)
        .or(() -> declarations.table(column.table()))
        .orElseGet(declarations::database);
  }
}
