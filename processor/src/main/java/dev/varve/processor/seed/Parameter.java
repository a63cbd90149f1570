package dev.varve.processor.seed;

import com.palantir.javapoet.TypeName;
import dev.varve.processor.binding.EntityBinding;
import dev.varve.processor.binding.Member.ColumnMember;
import dev.varve.processor.binding.RelationBinding;
import dev.varve.schema.Column;
import dev.varve.schema.Dialect;
import dev.varve.schema.ValueSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A value that nobody can invent, so that whoever wants a row must say it.
 *
 * @param name the name of its setter
 * @param type its type
 */
record Parameter(String name, TypeName type) {
  /**
   * The values of an entity's rows that can't be invented: a condition on the column isn't
   * understood, and it has neither a default nor another row to come from.
   */
  static List<Parameter> of(EntityBinding entity, Set<Dialect> dialects) {
    List<Parameter> needed = new ArrayList<>();
    for (Slot slot : Slots.of(entity).all()) {
      if (slot.member() instanceof ColumnMember member
          && !member.domain().notUnderstood().isEmpty()
          && isRequired(entity, member, dialects)) {
        needed.add(new Parameter(slot.name(), member.type()));
      }
    }
    return needed;
  }

  private static boolean isRequired(
      EntityBinding entity, ColumnMember member, Set<Dialect> dialects) {
    for (RelationBinding relation : entity.relations()) {
      if (relation.key().columns().contains(member.column())) {
        return false;
      }
    }
    for (Column column : entity.table().columns()) {
      if (column.name().equals(member.column())) {
        boolean isKey = entity.table().primaryKey().columns().contains(column.name());
        return !column.nullable() && !hasSource(column.source(), isKey, dialects);
      }
    }
    return false;
  }

  /** A key is needed before the row is written: no default helps. */
  private static boolean hasSource(ValueSource source, boolean isKey, Set<Dialect> dialects) {
    if (source instanceof ValueSource.Default given) {
      return !isKey && given.expression().byDialect().keySet().containsAll(dialects);
    }
    return source instanceof ValueSource.Identity || source instanceof ValueSource.Computed;
  }

  /** The parameters as they stand in a method's declaration. */
  static String list(List<Parameter> parameters, SourceText out) {
    StringBuilder list = new StringBuilder();
    Set<String> taken = new HashSet<>(Set.of("row", "count"));
    for (Parameter parameter : parameters) {
      String name = JavaNames.identifier(parameter.name());
      while (!taken.add(name)) {
        name += '_';
      }
      list.append(list.length() == 0 ? "" : ", ").append(out.name(parameter.type())).append(' ');
      list.append(name);
    }
    return list.toString();
  }
}
