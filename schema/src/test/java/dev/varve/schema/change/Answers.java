package dev.varve.schema.change;

import dev.varve.schema.Column;
import dev.varve.schema.ColumnName;
import dev.varve.schema.Table;
import dev.varve.schema.change.Question.ColumnGone;
import dev.varve.schema.change.Question.Narrowed;
import dev.varve.schema.change.Question.TableGone;
import dev.varve.schema.change.Question.ValueGone;
import dev.varve.schema.change.Question.ValueMissing;
import java.util.List;

/** Agreements that make all of a pair's renames, and answer what is asked by agreeing to all. */
final class Answers {
  private final Agreed agreed = new Agreed();

  Answers(ChangedSchemas pair) {
    pair.renames.tables().forEach((old, name) -> agreed.table(name.toString(), old.toString()));
    pair.renames
        .columns()
        .forEach(
            (old, name) ->
                agreed.column(pair.renames.table(old.table()) + "." + name, old.column()));
    for (Table table : pair.to.tables()) {
      for (Column column : table.columns()) {
        agreed.holds(table.name() + "." + column.name(), "x.Words");
      }
    }
  }

  Agreements agreements() {
    return agreed.build();
  }

  void to(List<Question> questions) {
    for (Question question : questions) {
      if (question instanceof TableGone gone) {
        agreed.goneTable(gone.table().toString());
      } else if (question instanceof ColumnGone gone) {
        agreed.goneColumn(text(gone.column()));
      } else if (question instanceof Question.GivenLost lost) {
        agreed.goneColumn(lost.column().table() + "." + lost.former());
      } else if (question instanceof ValueGone gone) {
        agreed.goneValue(gone.enumType(), gone.value(), "");
      } else if (question instanceof Narrowed narrowed) {
        agreed.backfill(text(narrowed.column()), "NULL");
      } else if (question instanceof ValueMissing missing) {
        agreed.backfill(text(missing.column()), "'A'");
      } else if (question instanceof Question.RenamedUnknown unknown) {
        agreed.forget(unknown.subject());
      }
    }
  }

  private static String text(ColumnName column) {
    return column.table() + "." + column.column();
  }
}
