package dev.varve.processor.read;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.varve.processor.Message;
import dev.varve.processor.binding.Domain;
import dev.varve.processor.binding.Member;
import dev.varve.processor.binding.Member.ColumnMember;
import dev.varve.processor.binding.Member.JunctionMember;
import dev.varve.processor.binding.Member.ReferenceMember;
import dev.varve.processor.binding.RelationBinding;
import dev.varve.schema.ForeignKey;
import dev.varve.schema.ForeignKey.Action;
import dev.varve.schema.Names;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads components with {@code @Relation}. */
final class RelationReader {
  private final RelationFormReader forms;
  private final ColumnReader columns;
  private final KeyReader keys;
  private final JunctionReader junctions;
  private final Targets targets;
  private final ColumnAdder adder;
  private final Problems problems;

  RelationReader(
      RelationFormReader forms,
      ColumnReader columns,
      KeyReader keys,
      JunctionReader junctions,
      Targets targets,
      ColumnAdder adder,
      Problems problems) {
    this.forms = forms;
    this.columns = columns;
    this.keys = keys;
    this.junctions = junctions;
    this.targets = targets;
    this.adder = adder;
    this.problems = problems;
  }

  /** Reads one; empty if it can't be stored, and a problem tells why. */
  Optional<Member> read(TableDraft draft, Component component, Mark relation, Scope scope) {
    Optional<Member> member = Optional.empty();
    if (scope.isEmbedded()) {
      problems.add(
          Message.RELATION_IN_EMBEDDED, component.site().place(relation), component.display());
    } else {
      Optional<RelationForm> form = forms.read(component, relation);
      if (form.isPresent()
          && targets.isKnown(form.get(), component.site(), relation, component.display())) {
        member =
            form.get().isMany()
                ? many(draft, component, relation, form.get())
                : one(draft, component, relation, form.get());
      }
    }
    if (member.isEmpty()) {
      draft.unreadable(component);
    }
    return member;
  }

  private Optional<Member> many(
      TableDraft draft, Component component, Mark relation, RelationForm form) {
    if (!junctions.read(draft, component, relation, form)) {
      return Optional.empty();
    }
    boolean set = form.collection().orElse("").equals("Set");
    return Optional.of(new JunctionMember(component.name(), set));
  }

  private Optional<Member> one(
      TableDraft draft, Component component, Mark relation, RelationForm form) {
    Optional<Key> key = keys.read(form.target());
    if (key.isEmpty()) {
      endless(component, relation, form);
      return Optional.empty();
    }
    if (form.key().isPresent() && !fits(component, relation, form, key.get())) {
      return Optional.empty();
    }
    List<PathColumn> own = columns.columns(component, "", List.of());
    List<Component> wrappers = form.key().isPresent() ? form.key().get().wrappers() : List.of();
    adder.add(draft, component, wrappers, own, Scope.ENTITY);
    draft.relations.add(relation(draft, component, relation, form, key.get(), own));
    return Optional.of(member(component, form, own));
  }

  private void endless(Component component, Mark relation, RelationForm form) {
    if (component.has(MarkKind.ID) && keys.isEndless(form.target())) {
      problems.add(
          Message.ENDLESS_KEY,
          component.site().place(relation),
          component.display(),
          form.targetName());
    }
  }

  /** Whether the key of the target has the one column, of the type, that a component holds. */
  private boolean fits(Component component, Mark relation, RelationForm form, Key key) {
    Shape.Scalar held = form.key().orElseThrow();
    if (key.columns().size() > 1) {
      problems.add(
          Message.KEY_IS_COMPOSITE,
          component.site().place(relation, "value"),
          component.display(),
          form.targetName(),
          String.join(", ", key.names()));
      return false;
    }
    PathColumn column = key.columns().get(0);
    if (KeyTypes.agree(held.type(), column.type())) {
      return true;
    }
    problems.add(
        Message.KEY_TYPE_DIFFERS,
        component.site().place(),
        component.display(),
        TypeText.of(component.type()),
        form.targetName() + '.' + String.join(".", column.path()),
        KeyTypes.display(column.type()));
    return false;
  }

  private static Member member(Component component, RelationForm form, List<PathColumn> own) {
    if (form.key().isEmpty()) {
      return new ReferenceMember(
          component.name(), ClassName.get(form.target()), component.optional());
    }
    return new ColumnMember(
        component.name(),
        TypeName.get(component.type()),
        component.optional(),
        component.nullable(),
        own.get(0).name(),
        TableReader.wrapped(form.key().get().wrappers()),
        Domain.ALL);
  }

  private static DraftRelation relation(
      TableDraft draft,
      Component component,
      Mark mark,
      RelationForm form,
      Key key,
      List<PathColumn> own) {
    List<String> names = new ArrayList<>(own.size());
    for (PathColumn column : own) {
      names.add(column.name());
    }
    RelationBinding binding =
        new RelationBinding(
            form.byRecord() ? component.name() : name(draft, component.name(), key),
            ClassName.get(form.target()),
            foreignKey(draft, mark, names, key),
            key.paths(),
            form.byRecord(),
            component.nullable());
    return new DraftRelation(binding, component.site(), mark, component.display());
  }

  /** The foreign key that {@code mark} asks for. */
  static ForeignKey foreignKey(TableDraft draft, Mark mark, List<String> columns, Key key) {
    return new ForeignKey(
        Names.foreignKey(draft.name(), columns),
        columns,
        key.table(),
        key.names(),
        action(mark, "onDelete", Action.NO_ACTION),
        action(mark, "onUpdate", Action.NO_ACTION),
        mark.flag("deferrable", false));
  }

  /** The action that an annotation names, or {@code otherwise}. */
  static Action action(Mark mark, String value, Action otherwise) {
    String constant = mark.constant(value);
    for (Action action : Action.values()) {
      if (action.name().equals(constant)) {
        return action;
      }
    }
    return otherwise;
  }

  /** The names that a further relation can't have: those of components and of other relations. */
  static Set<String> takenNames(TableDraft draft) {
    Set<String> taken = new HashSet<>();
    for (Component component : draft.entity().components()) {
      taken.add(component.name());
    }
    for (DraftRelation relation : draft.relations) {
      taken.add(relation.binding().name());
    }
    return taken;
  }

  /** {@code customer} for {@code customerId}, where the key is called {@code id}. */
  private static String name(TableDraft draft, String component, Key key) {
    String name = key.columns().get(0).path().get(0);
    String end = Character.toUpperCase(name.charAt(0)) + name.substring(1);
    boolean ends = component.length() > end.length() && component.endsWith(end);
    String stem = ends ? component.substring(0, component.length() - end.length()) : component;
    return takenNames(draft).contains(stem) ? component : stem;
  }
}
