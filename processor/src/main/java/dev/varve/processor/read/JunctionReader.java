package dev.varve.processor.read;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.varve.processor.Message;
import dev.varve.processor.binding.JunctionBinding;
import dev.varve.processor.read.Shape.Many;
import dev.varve.schema.Column;
import dev.varve.schema.ForeignKey;
import dev.varve.schema.ForeignKey.Action;
import dev.varve.schema.Index;
import dev.varve.schema.Names;
import dev.varve.schema.PrimaryKey;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Table;
import dev.varve.schema.ValueSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/** Reads collections with {@code @Relation} into junction tables. */
final class JunctionReader {
  private final KeyReader keys;
  private final TypeReader types;
  private final Elements elements;
  private final Problems problems;

  JunctionReader(KeyReader keys, TypeReader types, Elements elements, Problems problems) {
    this.keys = keys;
    this.types = types;
    this.elements = elements;
    this.problems = problems;
  }

  /** Adds a junction table to {@code draft}; false if it can't. */
  boolean read(TableDraft draft, Component component, Mark relation, RelationForm form) {
    Optional<Key> owner = keys.read(draft.entity().type());
    Optional<Key> target = keys.read(form.target());
    if (owner.isEmpty() || target.isEmpty()) {
      return false;
    }
    if (form.key().isPresent() && !fits(component, relation, form, target.get())) {
      return false;
    }
    Ends ends = ends(draft, component, form, owner.get(), target.get());
    Table table = table(draft, component, relation, form, ends);
    draft.add(new DraftComponent(component.name(), component, List.of()));
    draft.junctions.add(
        new DraftJunction(binding(component, form, ends, table), component, relation));
    return true;
  }

  private boolean fits(Component component, Mark relation, RelationForm form, Key key) {
    boolean single = key.columns().size() == 1;
    PathColumn column = key.columns().get(0);
    if (single && KeyTypes.agree(form.key().orElseThrow().type(), column.type())) {
      return true;
    }
    problems.add(
        single ? Message.KEY_TYPE_DIFFERS : Message.KEYS_ARE_COMPOSITE,
        single ? component.site().place() : component.site().place(relation, "value"),
        component.display(),
        single ? TypeText.of(element(component)) : form.targetName(),
        form.targetName() + '.' + String.join(".", column.path()),
        KeyTypes.display(column.type()));
    return false;
  }

  private TypeMirror element(Component component) {
    return types.read(component.type()) instanceof Many many ? many.element() : component.type();
  }

  /**
   * The columns at both ends: the entity's name and the key's; in a self relation the component's.
   */
  private static Ends ends(
      TableDraft draft, Component component, RelationForm form, Key owner, Key target) {
    String ownerName = Names.snakeCase(draft.entity().simpleName());
    String targetName = Names.snakeCase(form.targetName());
    if (ownerName.equals(targetName)) {
      targetName = Names.snakeCase(component.name());
    }
    return new Ends(
        owner, owner.referringNames(ownerName), target, target.referringNames(targetName));
  }

  private Table table(
      TableDraft draft, Component component, Mark relation, RelationForm form, Ends ends) {
    QualifiedName name = name(draft, component, relation, form, ends.target());
    List<String> key = new ArrayList<>(ends.ownerColumns());
    key.addAll(ends.targetColumns());
    return new Table(
        name,
        elements.getBinaryName(draft.entity().type()) + "#" + component.name(),
        ends.columns(),
        new PrimaryKey(Names.primaryKey(name), key),
        List.of(),
        List.of(),
        foreignKeys(name, relation, ends),
        indexes(name, relation, ends),
        component.comment());
  }

  private static QualifiedName name(
      TableDraft draft, Component component, Mark relation, RelationForm form, Key target) {
    String table = relation.text("table");
    if (table.isEmpty()) {
      String owner = Names.snakeCase(draft.entity().simpleName());
      table = owner + '_' + Names.snakeCase(plural(component.name(), form, target));
    }
    return new QualifiedName(draft.name().schema(), table);
  }

  /** {@code tags} for {@code tagIds}, where the component holds keys that are called {@code id}. */
  private static String plural(String component, RelationForm form, Key target) {
    String key = target.columns().get(0).path().get(0);
    String end = Character.toUpperCase(key.charAt(0)) + key.substring(1) + 's';
    boolean keys =
        form.key().isPresent() && component.length() > end.length() && component.endsWith(end);
    return keys
        ? Names.plural(component.substring(0, component.length() - end.length()))
        : component;
  }

  private static List<ForeignKey> foreignKeys(QualifiedName name, Mark relation, Ends ends) {
    ForeignKey toOwner =
        new ForeignKey(
            Names.foreignKey(name, ends.ownerColumns()),
            ends.ownerColumns(),
            ends.owner().table(),
            ends.owner().names(),
            Action.CASCADE,
            Action.NO_ACTION,
            false);
    ForeignKey toTarget =
        new ForeignKey(
            Names.foreignKey(name, ends.targetColumns()),
            ends.targetColumns(),
            ends.target().table(),
            ends.target().names(),
            RelationReader.action(relation, "onDelete", Action.CASCADE),
            RelationReader.action(relation, "onUpdate", Action.NO_ACTION),
            relation.flag("deferrable", false));
    return List.of(toOwner, toTarget);
  }

  private static List<Index> indexes(QualifiedName name, Mark relation, Ends ends) {
    return relation.flag("index", true)
        ? List.of(Indexes.plain(name, ends.targetColumns()))
        : List.of();
  }

  private JunctionBinding binding(Component component, RelationForm form, Ends ends, Table table) {
    return new JunctionBinding(
        component.name(),
        table,
        ClassName.get(form.target()),
        TypeName.get(element(component)),
        form.byRecord(),
        ends.owner().paths(),
        ends.target().paths());
  }

  /** The keys that a junction table joins, and what their columns are called in it. */
  private record Ends(
      Key owner, List<String> ownerColumns, Key target, List<String> targetColumns) {
    List<Column> columns() {
      List<Column> columns = new ArrayList<>();
      add(columns, owner, ownerColumns);
      add(columns, target, targetColumns);
      return columns;
    }

    private static void add(List<Column> columns, Key key, List<String> names) {
      for (int i = 0; i < names.size(); i++) {
        PathColumn column = key.columns().get(i);
        columns.add(
            new Column(
                names.get(i), column.type(), false, new ValueSource.Given(), column.sqlType(), ""));
      }
    }
  }
}
