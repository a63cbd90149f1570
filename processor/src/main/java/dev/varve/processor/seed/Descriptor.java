package dev.varve.processor.seed;

import com.palantir.javapoet.ClassName;
import dev.varve.processor.binding.ColumnOrder;
import dev.varve.processor.binding.Domain;
import dev.varve.processor.binding.EntityBinding;
import dev.varve.processor.binding.JunctionBinding;
import dev.varve.processor.binding.Member;
import dev.varve.processor.binding.Member.ColumnMember;
import dev.varve.processor.binding.Member.EmbeddedMember;
import dev.varve.processor.binding.Member.JunctionMember;
import dev.varve.processor.binding.Member.ReferenceMember;
import dev.varve.processor.binding.RelationBinding;
import dev.varve.schema.Check;
import dev.varve.schema.Column;
import dev.varve.schema.ColumnType;
import dev.varve.schema.ColumnTypes;
import dev.varve.schema.Dialect;
import dev.varve.schema.EnumType;
import dev.varve.schema.ForeignKey;
import dev.varve.schema.Index;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Schema;
import dev.varve.schema.Sql;
import dev.varve.schema.Table;
import dev.varve.schema.UniqueKey;
import dev.varve.schema.ValueSource;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The table of an entity as text, for the seed engine: a fact a line, words parted by blanks. What
 * could be mistaken for a blank, a comma or Java's own syntax is written as percent and two digits.
 *
 * <p>{@code dev.varve.seed.TableShape} reads it and explains each line.
 */
final class Descriptor {
  private final EntityBinding entity;
  private final Slots slots;
  private final Schema schema;
  private final StringBuilder text = new StringBuilder(512);
  private final List<ClassName> classes = new ArrayList<>();

  private Descriptor(EntityBinding entity, Slots slots, Schema schema) {
    this.entity = entity;
    this.slots = slots;
    this.schema = schema;
  }

  static Descriptor of(EntityBinding entity, Slots slots, Schema schema) {
    Descriptor descriptor = new Descriptor(entity, slots, schema);
    descriptor.write();
    return descriptor;
  }

  /** The lines, each with its end. */
  String text() {
    return text.toString();
  }

  /** The classes that lines refer to as {@code #0}, {@code #1}. */
  List<ClassName> classes() {
    return classes;
  }

  private void write() {
    Table table = entity.table();
    text.append("table ");
    name(table.name());
    for (Column column : table.columns()) {
      text.append("\ncol ");
      column(column);
    }
    text.append("\nkey ");
    names(table.primaryKey().columns());
    text.append(' ').append(word(table.primaryKey().name()));
    for (UniqueKey unique : table.uniqueKeys()) {
      text.append("\nunique ").append(word(unique.name())).append(' ');
      names(unique.columns());
    }
    for (Index index : table.indexes()) {
      if (index.unique()) {
        uniqueIndex(index);
      }
    }
    for (ColumnOrder order : entity.orders()) {
      text.append("\norder ").append(word(order.left())).append(' ');
      text.append(order.operator()).append(' ').append(word(order.right()));
    }
    for (Check check : table.checks()) {
      check(check);
    }
    for (RelationBinding relation : entity.relations()) {
      relation(relation);
    }
    for (Slot slot : slots.all()) {
      if (slot.member() instanceof JunctionMember member) {
        junction(slot, member);
      }
    }
    text.append("\ntree");
    tree(entity.members());
    text.append('\n');
  }

  /** The record's components, a word each, as the engine walks through them. */
  private void tree(List<Member> members) {
    for (Member member : members) {
      if (member instanceof ColumnMember column) {
        text.append(" c").append(column.wrappers().size());
      } else if (member instanceof EmbeddedMember embedded) {
        text.append(embedded.nullable() ? " n" : " e");
        tree(embedded.members());
        text.append(" )");
      } else if (member instanceof ReferenceMember) {
        text.append(" r");
      } else {
        text.append(member instanceof JunctionMember ? " m" : " t");
      }
    }
  }

  private void column(Column column) {
    text.append(word(column.name())).append(' ').append(phrase(type(column.type())));
    Slot slot = slots.ofColumn(column.name()).orElse(null);
    if (slot != null) {
      text.append(' ').append(slot.index()).append(' ').append(word(slot.name()));
    } else {
      text.append(" - -");
    }
    if (column.nullable()) {
      text.append(" null");
    }
    source(column.source());
    if (slot != null) {
      member(column.type(), slot, (ColumnMember) slot.member());
    }
  }

  /** A type; of a native enum its words, for what else it is doesn't matter to who inserts. */
  private String type(ColumnType type) {
    if (type instanceof ColumnType.NativeEnum nativeEnum) {
      for (EnumType enumType : schema.enumTypes()) {
        if (enumType.name().equals(nativeEnum.type())) {
          return ColumnTypes.write(new ColumnType.Words(enumType.values()));
        }
      }
    }
    if (type instanceof ColumnType.Array array) {
      return "array(" + type(array.element()) + ')';
    }
    return ColumnTypes.write(type);
  }

  private void source(ValueSource source) {
    if (source instanceof ValueSource.Identity) {
      text.append(" identity");
    } else if (source instanceof ValueSource.Computed) {
      text.append(" computed");
    } else if (source instanceof ValueSource.Default given) {
      dialects(given.expression());
    }
  }

  private void dialects(Sql expression) {
    for (Dialect dialect : Dialect.values()) {
      if (expression.in(dialect).isPresent()) {
        text.append(" default=").append(dialect.directory());
      }
    }
  }

  private void member(ColumnType type, Slot slot, ColumnMember member) {
    if (member.nullable() && !slot.groups().isEmpty()) {
      text.append(" optional");
    }
    for (int group : slot.groups()) {
      text.append(" group=").append(group);
    }
    String java =
        type == ColumnType.Simple.JSON
            ? "#" + reference(entity.record()) + '.' + path(slot, member)
            : JavaTypes.word(type, Slots.storedType(member), classes);
    if (!java.isEmpty()) {
      text.append(" as=").append(java);
    }
    domain(member.domain());
  }

  private int reference(ClassName type) {
    if (!classes.contains(type)) {
      classes.add(type);
    }
    return classes.indexOf(type);
  }

  /** The components that lead from the entity to what is stored as JSON. */
  private static String path(Slot slot, ColumnMember member) {
    StringBuilder path = new StringBuilder(slot.path());
    for (Member.Wrapper wrapper : member.wrappers()) {
      path.append('.').append(wrapper.component());
    }
    return path.toString();
  }

  private void domain(Domain domain) {
    domain.min().ifPresent(min -> text.append(" min=").append(min));
    domain.max().ifPresent(max -> text.append(" max=").append(max));
    if (domain.minLength() > 0) {
      text.append(" minlength=").append(domain.minLength());
    }
    if (domain.maxLength() > 0) {
      text.append(" maxlength=").append(domain.maxLength());
    }
    if (domain.notBlank()) {
      text.append(" notblank");
    }
    for (String pattern : domain.patterns()) {
      text.append(" pattern=").append(word(pattern));
    }
    for (String value : domain.values()) {
      text.append(" in=").append(word(value));
    }
    for (String value : domain.except()) {
      text.append(" not=").append(word(value));
    }
    switch (domain.tense()) {
      case ANY -> {}
      case PAST -> text.append(" past");
      case FUTURE -> text.append(" future");
    }
    for (String condition : domain.notUnderstood()) {
      text.append(" opaque=").append(word(condition));
    }
  }

  /**
   * An index over columns is a key for who invents values. Of one over expressions only the columns
   * are told, so that their values are all different.
   */
  private void uniqueIndex(Index index) {
    List<String> columns = new ArrayList<>();
    boolean expressions = false;
    for (Index.Part part : index.parts()) {
      if (part instanceof Index.ColumnPart column) {
        columns.add(column.name());
      } else if (part instanceof Index.ExpressionPart expression) {
        expressions = true;
        mentioned(expression.sql(), columns);
      }
    }
    if (expressions) {
      text.append("\ndistinct ");
    } else {
      text.append("\nunique ").append(word(index.name())).append(' ');
    }
    names(columns);
    if (!expressions) {
      index.where().in(Dialect.POSTGRESQL).ifPresent(where -> text.append(' ').append(word(where)));
    }
  }

  private void mentioned(Sql sql, List<String> columns) {
    for (Column column : entity.table().columns()) {
      for (String expression : sql.byDialect().values()) {
        if (expression.contains(column.name()) && !columns.contains(column.name())) {
          columns.add(column.name());
        }
      }
    }
  }

  /** A condition in each dialect, once if all say it in the same words. */
  private void check(Check check) {
    text.append("\ncheck ").append(word(check.name()));
    Set<String> conditions = new LinkedHashSet<>();
    for (Dialect dialect : Dialect.values()) {
      conditions.add(check.condition().in(dialect).orElse(""));
    }
    for (String condition : conditions) {
      text.append(' ').append(word(condition));
    }
  }

  private void relation(RelationBinding relation) {
    ForeignKey key = relation.key();
    text.append("\nrel ").append(word(relation.name())).append(' ');
    text.append(slotOf(relation)).append(' ').append(word(key.name())).append(' ');
    names(key.columns());
    text.append(' ');
    name(key.target());
    text.append(' ');
    names(key.targetColumns());
    if (relation.nullable()) {
      text.append(" null");
    }
    if (key.deferrable()) {
      text.append(" deferrable");
    }
  }

  private String slotOf(RelationBinding relation) {
    if (relation.byRecord()) {
      for (Slot slot : slots.all()) {
        if (slot.member() instanceof ReferenceMember
            && (slot.name().equals(relation.name())
                || slot.member().component().equals(relation.name()))) {
          return Integer.toString(slot.index());
        }
      }
    }
    return "-";
  }

  private void junction(Slot slot, JunctionMember member) {
    for (JunctionBinding junction : entity.junctions()) {
      if (junction.component().equals(member.component())) {
        junction(slot, member, junction);
      }
    }
  }

  private void junction(Slot slot, JunctionMember member, JunctionBinding junction) {
    List<Column> columns = junction.table().columns();
    int owners = junction.ownerPaths().size();
    text.append("\nmany ").append(word(slot.name())).append(' ').append(slot.index()).append(' ');
    name(junction.table().name());
    text.append(' ');
    names(columns.subList(0, owners).stream().map(Column::name).toList());
    text.append(' ');
    names(columns.subList(owners, columns.size()).stream().map(Column::name).toList());
    text.append(member.set() ? " set" : " list");
    text.append(junction.byRecord() ? " record" : " key");
  }

  private void name(QualifiedName name) {
    if (!name.schema().isEmpty()) {
      text.append(word(name.schema())).append('.');
    }
    text.append(word(name.name()));
  }

  private void names(List<String> names) {
    String comma = "";
    for (String name : names) {
      text.append(comma).append(word(name));
      comma = ",";
    }
  }

  /** {@code value} without blanks, commas, dots and what Java's text blocks don't take as it is. */
  static String word(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (!plain(value.charAt(i))) {
        return escaped(value);
      }
    }
    return value.isEmpty() ? "%" : value;
  }

  /** What {@link #word} was made of. */
  static String text(String word) {
    if (word.indexOf('%') < 0) {
      return word;
    }
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) != '%') {
        text.write(word.charAt(i));
      } else if (i + 2 < word.length()) {
        text.write(Integer.parseInt(word.substring(i + 1, i + 3), 16));
        i += 2;
      }
    }
    return text.toString(StandardCharsets.UTF_8);
  }

  /** The same, but commas stay. */
  private static String phrase(String value) {
    return value.indexOf(',') < 0 ? word(value) : escaped(value).replace("%2c", ",");
  }

  private static String escaped(String value) {
    StringBuilder word = new StringBuilder(value.length() + 16);
    for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      if (plain(c)) {
        word.append(c);
      } else {
        word.append('%').append(Character.forDigit(c >> 4, 16));
        word.append(Character.forDigit(c & 15, 16));
      }
    }
    return word.toString();
  }

  private static boolean plain(char c) {
    return c > ' ' && c < 0x7f && "%,.\"\\".indexOf(c) < 0;
  }
}
