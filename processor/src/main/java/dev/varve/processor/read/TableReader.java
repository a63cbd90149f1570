package dev.varve.processor.read;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.varve.processor.binding.Domain;
import dev.varve.processor.binding.Member;
import dev.varve.processor.binding.Member.ColumnMember;
import dev.varve.processor.binding.Member.EmbeddedMember;
import dev.varve.processor.binding.Member.TransientMember;
import dev.varve.processor.binding.Member.Wrapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/** Reads the components of entities into columns and members. */
final class TableReader {
  private final RecordReader records;
  private final TypeReader types;
  private final ColumnReader columns;
  private final RelationReader relations;
  private final ColumnAdder adder;
  private final ComponentRules rules;

  TableReader(
      RecordReader records,
      TypeReader types,
      ColumnReader columns,
      RelationReader relations,
      ColumnAdder adder,
      ComponentRules rules) {
    this.records = records;
    this.types = types;
    this.columns = columns;
    this.relations = relations;
    this.adder = adder;
    this.rules = rules;
  }

  /** Reads the components of the draft's entity. */
  void read(TableDraft draft) {
    for (Component component : draft.entity().components()) {
      member(draft, component, Scope.ENTITY).ifPresent(draft.members::add);
    }
  }

  private Optional<Member> member(TableDraft draft, Component component, Scope scope) {
    rules.check(component, scope);
    Marks marks = component.site().marks();
    if (marks.has(MarkKind.TRANSIENT)) {
      return Optional.of(
          new TransientMember(component.name(), TypeName.get(component.site().element().asType())));
    }
    Mark embedded = marks.first(MarkKind.EMBEDDED);
    if (embedded != null) {
      return embedded(draft, component, embedded, scope);
    }
    Mark relation = marks.first(MarkKind.RELATION);
    return relation == null
        ? value(draft, component, scope)
        : relations.read(draft, component, relation, scope);
  }

  private Optional<Member> embedded(
      TableDraft draft, Component component, Mark embedded, Scope scope) {
    Optional<TypeElement> record = types.record(component.type());
    if (record.isEmpty() || !rules.canEmbed(component, embedded, record.get(), scope)) {
      if (record.isEmpty()) {
        rules.embeddedOnOther(component, embedded, types.read(component.type()));
      }
      draft.unreadable(component);
      return Optional.empty();
    }
    List<Member> members = new ArrayList<>();
    Scope inside = scope.inside(component, embedded, record.get());
    int before = draft.columnNames().size();
    for (Component inner : records.read(record.get()).components()) {
      member(draft, inner, inside).ifPresent(members::add);
    }
    List<String> names = new ArrayList<>(draft.columnNames());
    draft.add(
        new DraftComponent(
            scope.pathOf(component), component, names.subList(before, names.size())));
    return Optional.of(
        new EmbeddedMember(
            component.name(),
            ClassName.get(record.get()),
            component.optional(),
            component.nullable(),
            members));
  }

  private Optional<Member> value(TableDraft draft, Component component, Scope scope) {
    List<PathColumn> own = columns.columns(component, scope.prefix(), scope.path());
    if (own.isEmpty()) {
      rules.noColumn(component, types.read(component.type()));
      draft.unreadable(component);
      return Optional.empty();
    }
    PathColumn column = own.get(0);
    List<Component> wrappers = wrappers(component);
    adder.add(draft, component, wrappers, own, scope);
    return Optional.of(
        new ColumnMember(
            component.name(),
            TypeName.get(component.type()),
            component.optional(),
            component.nullable(),
            column.name(),
            wrapped(wrappers),
            Domain.ALL));
  }

  private List<Component> wrappers(Component component) {
    return !component.has(MarkKind.JSON)
            && types.read(component.type()) instanceof Shape.Scalar scalar
        ? scalar.wrappers()
        : List.of();
  }

  /** How value records stand around a value. */
  static List<Wrapper> wrapped(List<Component> wrappers) {
    List<Wrapper> wrapped = new ArrayList<>(wrappers.size());
    for (Component wrapper : wrappers) {
      TypeElement record = (TypeElement) wrapper.site().element().getEnclosingElement();
      wrapped.add(new Wrapper(ClassName.get(record), wrapper.name(), TypeName.get(wrapper.type())));
    }
    return wrapped;
  }
}
