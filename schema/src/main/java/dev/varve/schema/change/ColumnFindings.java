package dev.varve.schema.change;

import dev.varve.schema.Column;
import dev.varve.schema.ColumnName;
import dev.varve.schema.ColumnType;
import dev.varve.schema.ColumnType.Array;
import dev.varve.schema.ColumnType.NativeEnum;
import dev.varve.schema.ColumnType.Words;
import dev.varve.schema.EnumType;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Schema;
import dev.varve.schema.Sql;
import dev.varve.schema.ValueSource.Computed;
import dev.varve.schema.ValueSource.Given;
import dev.varve.schema.change.Question.ColumnGone;
import dev.varve.schema.change.Question.GivenLost;
import dev.varve.schema.change.Question.Narrowed;
import dev.varve.schema.change.Question.RenamedUnknown;
import dev.varve.schema.change.Question.ValueMissing;
import dev.varve.schema.sql.SqlRenaming;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What becomes of the columns of tables that stay: how rows get their values, and questions. */
final class ColumnFindings {
  private final Agreements agreements;
  private final Uses uses;
  private final Conversions conversions;
  private final Map<QualifiedName, EnumType> formerTypes;
  private final Map<QualifiedName, EnumType> presentTypes;
  private final Map<ColumnName, Fill> fills = new HashMap<>();
  private final GoneValues goneValues = new GoneValues();

  ColumnFindings(Schema from, Schema to, Agreements agreements, Uses uses) {
    this.agreements = agreements;
    this.uses = uses;
    conversions = new Conversions(from, to);
    formerTypes = byName(from);
    presentTypes = byName(to);
  }

  private static Map<QualifiedName, EnumType> byName(Schema schema) {
    Map<QualifiedName, EnumType> byName = new HashMap<>();
    for (EnumType type : schema.enumTypes()) {
      byName.put(type.name(), type);
    }
    return byName;
  }

  Map<ColumnName, Fill> fills() {
    return fills;
  }

  List<Question> goneValues() {
    return goneValues.questions();
  }

  List<Question> questions(TablePair table) {
    List<Question> questions = new ArrayList<>();
    List<Column> gone = table.gone();
    List<Column> added = table.added();
    for (Column column : gone) {
      gone(table, column, added, questions);
    }
    for (Column column : table.present.columns()) {
      Column former = table.formerOf(column);
      if (former == null) {
        added(table, column, gone, questions);
      } else {
        kept(table, former, column, questions);
      }
    }
    return questions;
  }

  private void gone(TablePair table, Column column, List<Column> added, List<Question> questions) {
    ColumnName name = table.column(column);
    if (agreements.removedColumns().contains(name)) {
      uses.removedColumns.add(name);
    } else if (!(column.source() instanceof Computed)) {
      questions.add(new ColumnGone(name, candidates(table, column, added)));
      claimedInVain(name);
    }
  }

  /** What says that it was called so, but had its own name already, has not done its work. */
  private void claimedInVain(ColumnName gone) {
    agreements
        .renamedColumns()
        .forEach(
            (present, names) -> {
              if (present.table().equals(gone.table()) && names.contains(gone.column())) {
                uses.renamedColumns.add(present);
              }
            });
  }

  private List<String> candidates(TablePair table, Column gone, List<Column> added) {
    int place = table.former.columns().indexOf(gone);
    List<Column> some = new ArrayList<>();
    for (Column column : added) {
      boolean computed = column.source() instanceof Computed;
      if (!computed && conversions.of(gone, column) != Conversion.NONE) {
        some.add(column);
      }
    }
    some.sort(
        Comparator.<Column>comparingInt(
                column -> conversions.of(gone, column) == Conversion.NARROWER ? 1 : 0)
            .thenComparingInt(column -> -Likeness.of(gone.name(), column.name()))
            .thenComparingInt(column -> Math.abs(table.present.columns().indexOf(column) - place)));
    List<String> names = new ArrayList<>();
    some.forEach(column -> names.add(column.name()));
    return names;
  }

  private void added(TablePair table, Column column, List<Column> gone, List<Question> questions) {
    ColumnName name = table.column(column);
    List<String> written = agreements.renamedColumns().get(name);
    if (written != null) {
      uses.renamedColumns.add(name);
      List<String> known = new ArrayList<>();
      (gone.isEmpty() ? table.former.columns() : gone).forEach(one -> known.add(one.name()));
      questions.add(new RenamedUnknown(name, written, known));
    }
    boolean filled = backfill(table, name, true, false);
    if (!filled && !column.nullable() && column.source() instanceof Given) {
      questions.add(new ValueMissing(name, true));
    }
  }

  private void kept(TablePair table, Column former, Column column, List<Question> questions) {
    ColumnName name = table.column(column);
    boolean required = former.nullable() && !column.nullable();
    boolean retyped =
        !former.type().equals(column.type()) || !former.sqlType().equals(column.sqlType());
    WordChange words = words(name, former, column, retyped);
    if (column.source() instanceof Computed) {
      computed(table, former, name, questions);
      return;
    }
    Conversion conversion = conversions.of(former, column);
    boolean typesChange = !former.sqlType().equals(column.sqlType());
    boolean tight =
        (conversion == Conversion.NARROWER || conversion == Conversion.NONE)
            && (words == null || typesChange || !words.gone().isEmpty());
    if (backfill(table, name, required || tight, tight)) {
      return;
    }
    if (tight && (words == null || typesChange)) {
      questions.add(new Narrowed(name, former, column, conversion == Conversion.NARROWER));
    }
    if (required && column.source() instanceof Given) {
      questions.add(new ValueMissing(name, false));
    }
  }

  /** Nothing proves that what is computed is what rows were given. */
  private void computed(
      TablePair table, Column former, ColumnName present, List<Question> questions) {
    ColumnName gone = new ColumnName(present.table(), former.name());
    if (former.source() instanceof Computed) {
      return;
    }
    if (agreements.removedColumns().contains(gone)) {
      uses.removedColumns.add(gone);
    } else {
      questions.add(new GivenLost(present, former.name()));
    }
  }

  /**
   * Whether a person said how rows get a column's value; it counts only where there is need. A
   * value that the new type holds as it is stays, whatever has been written for an earlier change.
   */
  private boolean backfill(TablePair table, ColumnName column, boolean needed, boolean converts) {
    if (!needed || !agreements.backfills().containsKey(column)) {
      return false;
    }
    uses.backfills.add(column);
    Sql written = byPresentNames(table, agreements.backfills().get(column));
    Fill words = fills.getOrDefault(column, Fill.NONE);
    fills.put(
        column,
        words instanceof Fill.Replaced replaced && !converts
            ? new Fill.Replaced(replaced.words(), replaced.back(), written)
            : new Fill.Computed(written, converts));
    return true;
  }

  /** A person may use the former name of what is renamed, unless another column has it now. */
  private static Sql byPresentNames(TablePair table, Sql written) {
    QualifiedName former = table.former.name();
    QualifiedName present = table.present.name();
    Sql sql = former.equals(present) ? written : SqlRenaming.table(written, former, present);
    for (Map.Entry<String, String> rename : table.renames.entrySet()) {
      if (table.present.column(rename.getKey()).isEmpty()) {
        sql = SqlRenaming.column(sql, present, rename.getKey(), rename.getValue());
      }
    }
    return sql;
  }

  /** Finds what becomes of an enum's words; null: the column doesn't hold such before and after. */
  private @Nullable WordChange words(
      ColumnName name, Column former, Column column, boolean retyped) {
    List<String> from = words(former.type(), formerTypes);
    List<String> to = words(column.type(), presentTypes);
    boolean arrays = former.type() instanceof Array == column.type() instanceof Array;
    if (from == null || to == null || !arrays) {
      return null;
    }
    String enumType = enumType(name, column);
    WordChange change = WordChange.of(from, to, enumType, agreements);
    uses.words(enumType, change);
    if (!retyped || !agreements.backfills().containsKey(name)) {
      goneValues.add(enumType, change, name);
    }
    Fill fill = change.fill();
    if (!fill.equals(Fill.NONE)) {
      fills.put(name, fill);
    }
    return change;
  }

  private static @Nullable List<String> words(ColumnType type, Map<QualifiedName, EnumType> types) {
    ColumnType element = type instanceof Array array ? array.element() : type;
    if (element instanceof NativeEnum nativeEnum) {
      EnumType found = types.get(nativeEnum.type());
      return found == null ? null : found.values();
    }
    return element instanceof Words words ? words.values() : null;
  }

  private String enumType(ColumnName name, Column column) {
    ColumnType element = column.type() instanceof Array array ? array.element() : column.type();
    if (element instanceof NativeEnum nativeEnum) {
      EnumType type = presentTypes.get(nativeEnum.type());
      if (type != null && !type.origin().isEmpty()) {
        return type.origin();
      }
    }
    return agreements.enums().getOrDefault(name, "");
  }
}
