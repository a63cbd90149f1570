package dev.varve.processor.read;

import dev.varve.processor.Message;
import dev.varve.processor.Place;
import dev.varve.schema.Dialect;
import dev.varve.schema.Index;
import dev.varve.schema.Index.Part;
import dev.varve.schema.Names;
import dev.varve.schema.Sql;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.lang.model.element.AnnotationValue;
import org.jspecify.annotations.Nullable;

/** Reads {@code @Index}. */
final class IndexReader {
  private static final Set<Dialect> ALL = EnumSet.allOf(Dialect.class);

  private final ColumnLists lists;
  private final FragmentReader fragments;
  private final IndexRules rules;
  private final Problems problems;

  IndexReader(ColumnLists lists, FragmentReader fragments, IndexRules rules, Problems problems) {
    this.lists = lists;
    this.fragments = fragments;
    this.rules = rules;
    this.problems = problems;
  }

  /** Reads those on components and those on the record. */
  void read(TableDraft draft) {
    for (DraftComponent component : draft.components()) {
      Site site = component.component().site();
      for (Mark mark : site.marks().each(MarkKind.INDEX)) {
        if (mark.has("columns")) {
          problems.add(Message.COLUMNS_ON_COMPONENT, site.place(mark, "columns"), mark.display());
        }
        List<String> columns = mark.has("expression") ? List.of() : component.columns();
        add(draft, site, mark, columns, component);
      }
    }
    Site site = draft.entity().site();
    for (Mark mark : site.marks().each(MarkKind.INDEX)) {
      onRecord(draft, site, mark);
    }
  }

  private void onRecord(TableDraft draft, Site site, Mark mark) {
    if (mark.list("columns").isEmpty() && mark.text("expression").isBlank()) {
      problems.add(
          Message.NO_COLUMNS, site.place(mark, "columns"), mark.display(), draft.display());
      return;
    }
    List<String> columns = lists.read(draft, site, mark, "columns");
    if (columns != null) {
      add(draft, site, mark, columns, null);
    }
  }

  private void add(
      TableDraft draft,
      Site site,
      Mark mark,
      List<String> columns,
      @Nullable DraftComponent component) {
    List<Part> parts = parts(site, mark, columns);
    List<String> names = new ArrayList<>(columns);
    Fragment expression = fragment(draft, component, site, mark, "expression");
    if (expression != null) {
      parts.add(new Index.ExpressionPart(expression.sql(), false));
      names.add(firstWord(mark.text("expression")));
    }
    List<String> include = lists.read(draft, site, mark, "include");
    Fragment where = fragment(draft, component, site, mark, "where");
    if (include != null && !parts.isEmpty()) {
      Index index =
          new Index(
              name(draft, mark, names),
              parts,
              mark.flag("unique", false),
              mark.text("using"),
              include,
              where == null ? Sql.NONE : where.sql());
      rules.check(site, mark, index);
      Place place = mark.has("name") ? site.place(mark, "name") : site.place(mark);
      draft.indexes.add(new Placed<>(index, place));
    }
  }

  private @Nullable Fragment fragment(
      TableDraft draft, @Nullable DraftComponent component, Site site, Mark mark, String value) {
    return mark.text(value).isBlank()
        ? null
        : fragments.read(draft, component, site, mark, value, FragmentKind.INDEX, ALL);
  }

  private List<Part> parts(Site site, Mark mark, List<String> columns) {
    List<AnnotationValue> order = mark.list("order");
    if (order.size() > columns.size()) {
      problems.add(
          Message.ORDER_TOO_LONG,
          site.place(mark, "order", columns.size()),
          Integer.toString(order.size()),
          Integer.toString(columns.size()));
    }
    List<Part> parts = new ArrayList<>(columns.size() + 1);
    for (int i = 0; i < columns.size(); i++) {
      boolean descending = i < order.size() && Mark.constant(order.get(i)).equals("DESC");
      parts.add(new Index.ColumnPart(columns.get(i), descending));
    }
    return parts;
  }

  /** The given name, else PostgreSQL's; a number follows it where another index has it already. */
  private static String name(TableDraft draft, Mark mark, List<String> names) {
    String given = mark.text("name");
    if (!given.isEmpty()) {
      return given;
    }
    Set<String> taken = new HashSet<>();
    for (Placed<Index> index : draft.indexes) {
      taken.add(index.value().name());
    }
    return NumberedNames.free(Names.index(draft.name(), names), taken);
  }

  /** What PostgreSQL calls an expression: its function, else {@code expr}. */
  private static String firstWord(String expression) {
    int end = 0;
    while (end < expression.length() && Character.isJavaIdentifierPart(expression.charAt(end))) {
      end++;
    }
    boolean call = end > 0 && end < expression.length() && expression.charAt(end) == '(';
    return call ? expression.substring(0, end).toLowerCase(Locale.ROOT) : "expr";
  }
}
