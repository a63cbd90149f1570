package dev.varve.processor.read;

import dev.varve.processor.Message;
import dev.varve.schema.Column;
import dev.varve.schema.ColumnType;
import dev.varve.schema.ColumnType.Simple;
import dev.varve.schema.Dialect;
import dev.varve.schema.Sql;
import dev.varve.schema.ValueSource;
import dev.varve.schema.sql.Token;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads where the values of columns come from. */
final class SourceReader {
  private final TypeReader types;
  private final FragmentReader fragments;
  private final Problems problems;

  SourceReader(TypeReader types, FragmentReader fragments, Problems problems) {
    this.types = types;
    this.fragments = fragments;
    this.problems = problems;
  }

  /** Reads the sources of all columns, whose names are all known by now. */
  void read(TableDraft draft) {
    for (DraftColumn column : draft.columns()) {
      ValueSource source = source(draft, column);
      if (!(source instanceof ValueSource.Given)) {
        Column old = column.column();
        draft.replace(
            column,
            new Column(
                old.name(), old.type(), old.nullable(), source, old.sqlType(), old.comment()));
      }
    }
  }

  private ValueSource source(TableDraft draft, DraftColumn column) {
    Marks marks = column.site().marks();
    if (marks.all().isEmpty()) {
      return new ValueSource.Given();
    }
    List<Mark> computed = marks.each(MarkKind.COMPUTED);
    if (!computed.isEmpty()) {
      Sql sql = sql(draft, column, computed, FragmentKind.COMPUTED);
      return new ValueSource.Computed(sql, computed.get(0).flag("stored", true));
    }
    List<Mark> defaults = marks.each(MarkKind.DEFAULT);
    if (!defaults.isEmpty()) {
      Sql sql = sql(draft, column, defaults, FragmentKind.DEFAULT);
      return new ValueSource.Default(sql);
    }
    return isGenerated(draft, column) ? generated(column) : new ValueSource.Given();
  }

  private Sql sql(TableDraft draft, DraftColumn column, List<Mark> marks, FragmentKind kind) {
    Map<Dialect, String> texts = new EnumMap<>(Dialect.class);
    Set<Dialect> taken = EnumSet.noneOf(Dialect.class);
    for (Mark mark : marks) {
      Set<Dialect> dialects = Dialects.of(column.site(), mark, taken, problems);
      Fragment fragment = fragments.read(draft, null, column.site(), mark, "value", kind, dialects);
      if (fragment != null) {
        checkConstant(column, mark, fragment);
        texts.putAll(fragment.sql().byDialect());
      }
    }
    return new Sql(texts);
  }

  /** A text as default of an enum must be one of its constants. */
  private void checkConstant(DraftColumn column, Mark mark, Fragment fragment) {
    boolean literal =
        fragment.tokens().size() == 1 && fragment.tokens().get(0).kind() == Token.Kind.TEXT;
    if (literal
        && types.read(column.component().type()) instanceof Shape.Scalar scalar
        && scalar.type() instanceof ColumnType.Words words) {
      String value = fragment.tokens().get(0).literal();
      if (!words.values().contains(value)) {
        problems.add(
            Message.DEFAULT_NO_CONSTANT,
            column.site().place(mark, "value"),
            value,
            TypeText.of(column.component().type()),
            Suggestion.orList(value, words.values()));
      }
    }
  }

  private static boolean isGenerated(TableDraft draft, DraftColumn column) {
    Mark id = column.site().marks().first(MarkKind.ID);
    return id != null
        && !id.constant("generate").equals("NONE")
        && draft.key.size() == 1
        && draft.key.get(0).equals(column.name())
        && !column.component().has(MarkKind.RELATION)
        && column.column().sqlType().isEmpty();
  }

  private static ValueSource generated(DraftColumn column) {
    if (column.column().type() == Simple.INT64 || column.column().type() == Simple.INT32) {
      return new ValueSource.Identity();
    }
    return column.column().type() == Simple.UUID
        ? new ValueSource.RandomUuid()
        : new ValueSource.Given();
  }
}
