package dev.varve.bench.plan;

import dev.varve.schema.ColumnType.Simple;
import dev.varve.schema.ColumnType.Text;
import dev.varve.schema.ColumnType.Words;
import dev.varve.schema.ForeignKey.Action;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Sql;
import dev.varve.schema.ValueSource.Computed;
import dev.varve.schema.ValueSource.Default;
import dev.varve.schema.ValueSource.Given;
import java.util.List;
import java.util.function.BiConsumer;

/** Kinds of changes, each with what somebody has to say to it. */
enum Edit {
  ADD_COLUMN((table, said) -> table.column("phone", new Text(40), true, new Given())),
  ADD_DEFAULT((table, said) -> table.column("tier", Simple.INT64, false, new Default(Sql.of("1")))),
  ADD_BACKFILLED(
      (table, said) -> {
        table.column("code", new Text(0), false, new Given());
        said.backfill(table.name, "code", "email");
      }),
  ADD_COMPUTED(
      (table, said) ->
          table.column("loud", new Text(0), true, new Computed(Sql.of("upper(name)"), true))),
  ADD_RELATION(
      (table, said) -> {
        table.column("next_id", Simple.INT64, true, new Given());
        table.foreignKey("next_id", QualifiedName.of("table0"), Action.SET_NULL);
        table.index("next_id");
      }),
  DROP_COLUMN(
      (table, said) -> {
        table.columns.remove(3);
        said.removed(table.name, "note");
      }),
  RENAME_COLUMN(
      (table, said) -> {
        table.alter(2, "full_name", new Text(80), false, new Given());
        said.renamed(table.name, "name", "full_name");
      }),
  RENAME_TABLE(
      (table, said) -> {
        QualifiedName former = table.name;
        table.name = QualifiedName.of("renamed_" + former.name());
        said.renamed(former, table.name);
      }),
  WIDEN_TEXT((table, said) -> table.alter(2, "name", new Text(160), false, new Given())),
  WIDEN_INT((table, said) -> table.alter(7, "rank", Simple.INT64, false, new Given())),
  SET_NOT_NULL(
      (table, said) -> {
        table.alter(3, "note", new Text(2000), false, new Given());
        said.backfill(table.name, "note", "''");
      }),
  DROP_NOT_NULL((table, said) -> table.alter(2, "name", new Text(80), true, new Given())),
  ADD_INDEX((table, said) -> table.index("name")),
  DROP_INDEX((table, said) -> table.indexes.remove(0)),
  ADD_UNIQUE((table, said) -> table.unique("name")),
  DROP_UNIQUE((table, said) -> table.uniqueKeys.clear()),
  ADD_CHECK((table, said) -> table.check("amount", "amount >= 0")),
  CHANGE_DEFAULT(
      (table, said) ->
          table.alter(8, "active", Simple.BOOLEAN, false, new Default(Sql.of("true")))),
  ADD_WORD(
      (table, said) ->
          table.alter(
              4, "status", new Words(List.of("NEW", "PAID", "SENT", "DONE")), false, new Given())),
  CHANGE_ACTION(
      (table, said) -> {
        QualifiedName target = table.foreignKeys.remove(0).target();
        table.foreignKey("previous_id", target, Action.CASCADE);
      }),
  DROP_FOREIGN_KEY((table, said) -> table.foreignKeys.clear()),
  CHANGE_COMMENT((table, said) -> table.comment = "What somebody wants.");

  private final BiConsumer<TableDraft, Said> change;

  Edit(BiConsumer<TableDraft, Said> change) {
    this.change = change;
  }

  void apply(TableDraft table, Said said) {
    change.accept(table, said);
  }
}
