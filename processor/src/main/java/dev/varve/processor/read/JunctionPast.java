package dev.varve.processor.read;

import com.palantir.javapoet.ClassName;
import dev.varve.schema.Column;
import dev.varve.schema.ColumnName;
import dev.varve.schema.Names;
import dev.varve.schema.QualifiedName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What junction tables and their columns may have been called: they are named after the records at
 * both ends and after the component, each of which may have been renamed.
 */
final class JunctionPast {
  private final TableDraft owner;
  private final DraftJunction junction;
  private final QualifiedName table;
  private final @Nullable TableDraft target;

  private JunctionPast(
      TableDraft owner, DraftJunction junction, Map<ClassName, TableDraft> byRecord) {
    this.owner = owner;
    this.junction = junction;
    this.table = junction.binding().table().name();
    this.target = byRecord.get(junction.binding().target());
  }

  /** A clause for each annotation that has a say in it. */
  static List<Clause> of(
      TableDraft owner, DraftJunction junction, Map<ClassName, TableDraft> byRecord) {
    JunctionPast past = new JunctionPast(owner, junction, byRecord);
    List<Clause> clauses = new ArrayList<>();
    past.add(clauses, owner.entity().site(), owner.display());
    if (past.target != null && past.target != owner) {
      past.add(clauses, past.target.entity().site(), past.target.display());
    }
    Component component = junction.component();
    past.add(clauses, component.site(), component.display());
    Mark irreversible = component.site().marks().first(MarkKind.IRREVERSIBLE);
    if (irreversible != null) {
      ClauseDraft said = new ClauseDraft();
      said.irreversible.put(new ColumnName(past.table, ""), irreversible.text("reason"));
      clauses.add(
          said.clause(
              component.site().place(irreversible),
              irreversible.display() + " on \"" + component.display() + '"'));
    }
    return clauses;
  }

  private void add(List<Clause> clauses, Site site, String display) {
    Mark mark = site.marks().first(MarkKind.RENAMED);
    if (mark == null) {
      return;
    }
    ClauseDraft said = new ClauseDraft();
    List<String> tables = tables();
    if (!tables.isEmpty()) {
      said.renamedTables.put(table, tables);
    }
    for (Column column : junction.binding().table().columns()) {
      List<String> names = columns(column.name());
      if (!names.isEmpty()) {
        said.renamedColumns.put(new ColumnName(table, column.name()), names);
      }
    }
    clauses.add(said.clause(site.place(mark, "from"), mark.display() + " on \"" + display + '"'));
  }

  /** The table's former names by all that may have been renamed. */
  private List<String> tables() {
    Mark renamed = junction.component().site().marks().first(MarkKind.RENAMED);
    Set<String> names = new LinkedHashSet<>();
    if (renamed != null) {
      names.add(renamed.text("from"));
    }
    String own = Names.snakeCase(owner.entity().simpleName()) + '_';
    String present = table.name();
    if (present.startsWith(own)) {
      List<String> rests = new ArrayList<>();
      if (renamed != null) {
        rests.add(Names.snakeCase(renamed.text("from")));
        rests.add(Names.plural(Names.snakeCase(renamed.text("from"))));
      }
      rests.add(present.substring(own.length()));
      List<String> owners = former(owner);
      owners.add(own.substring(0, own.length() - 1));
      for (String one : owners) {
        for (String rest : rests) {
          names.add(one + '_' + rest);
        }
      }
    }
    names.remove(present);
    return qualified(names);
  }

  private List<String> qualified(Set<String> names) {
    List<String> all = new ArrayList<>(names.size());
    for (String name : names) {
      boolean bare = table.schema().isEmpty() || name.indexOf('.') >= 0;
      all.add(bare ? name : table.schema() + '.' + name);
    }
    return all;
  }

  private List<String> columns(String column) {
    Set<String> names = new LinkedHashSet<>();
    replace(names, column, owner);
    if (target != null && target != owner) {
      replace(names, column, target);
    }
    Mark renamed = junction.component().site().marks().first(MarkKind.RENAMED);
    String component = Names.snakeCase(junction.component().name()) + '_';
    if (renamed != null && target == owner && column.startsWith(component)) {
      names.add(Names.snakeCase(renamed.text("from")) + '_' + column.substring(component.length()));
    }
    names.remove(column);
    return new ArrayList<>(names);
  }

  private static void replace(Set<String> names, String column, TableDraft end) {
    String present = Names.snakeCase(end.entity().simpleName()) + '_';
    if (column.startsWith(present)) {
      for (String former : former(end)) {
        names.add(former + '_' + column.substring(present.length()));
      }
    }
  }

  private static List<String> former(TableDraft draft) {
    Mark mark = draft.entity().site().marks().first(MarkKind.RENAMED);
    return mark == null ? new ArrayList<>() : TablePast.formerRecord(mark);
  }
}
