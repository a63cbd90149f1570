package dev.varve.conformance.laws;

import dev.varve.schema.Check;
import dev.varve.schema.Column;
import dev.varve.schema.ColumnType;
import dev.varve.schema.EnumType;
import dev.varve.schema.ForeignKey;
import dev.varve.schema.Index;
import dev.varve.schema.Names;
import dev.varve.schema.PrimaryKey;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Schema;
import dev.varve.schema.Sql;
import dev.varve.schema.Table;
import dev.varve.schema.UniqueKey;
import dev.varve.schema.ValueSource;
import dev.varve.schema.sql.SchemaScript;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A sketch as the schema that the processor would make of such records. */
final class SketchSchema {
  private final Sketch sketch;

  SketchSchema(Sketch sketch) {
    this.sketch = sketch;
  }

  Schema schema() {
    Set<Integer> asTypes = new TreeSet<>();
    List<Table> tables = new ArrayList<>();
    for (TableSketch table : sketch.tables.values()) {
      tables.add(table(table));
      for (ColumnSketch column : table.columns) {
        if (column.type.isEnum() && column.type.asType()) {
          asTypes.add(column.type.enumeration());
        }
      }
    }
    List<EnumType> types = new ArrayList<>();
    for (int id : asTypes) {
      EnumSketch type = sketch.enums.get(id);
      types.add(new EnumType(typeName(type), words(type), type.origin(), type.comment));
    }
    return new Schema(types, tables);
  }

  static QualifiedName typeName(EnumSketch type) {
    return QualifiedName.of(Names.snakeCase(type.name));
  }

  private static List<String> words(EnumSketch type) {
    return type.words.stream().map(EnumSketch.Word::name).toList();
  }

  private Table table(TableSketch table) {
    Set<String> taken = new HashSet<>();
    List<UniqueKey> uniques = new ArrayList<>();
    for (Parts.Unique unique : table.uniques) {
      List<String> columns = names(table, unique.columns());
      uniques.add(new UniqueKey(Names.uniqueKey(table.name, columns), columns));
    }
    List<Index> indexes = new ArrayList<>();
    for (Parts.Index index : table.indexes) {
      indexes.add(index(table, index, taken));
    }
    List<ForeignKey> references = new ArrayList<>();
    for (Parts.Reference reference : table.references) {
      references.add(reference(table, reference));
      if (reference.indexed() && !isIndexed(table, reference.columns())) {
        List<String> columns = names(table, reference.columns());
        String name = free(Names.index(table.name, columns), taken);
        List<Index.Part> parts = new ArrayList<>();
        columns.forEach(column -> parts.add(new Index.ColumnPart(column, false)));
        indexes.add(new Index(name, parts, false, "", List.of(), Sql.NONE));
      }
    }
    return new Table(
            table.name,
            table.origin,
            table.columns.stream().map(column -> column(table, column)).toList(),
            new PrimaryKey(Names.primaryKey(table.name), names(table, table.key)),
            uniques,
            checks(table),
            references,
            indexes,
            table.comment)
        .withRows(table.id % 2 * 1_000_000L);
  }

  private static boolean isIndexed(TableSketch table, List<Integer> columns) {
    if (startsWith(table.key, columns)) {
      return true;
    }
    return table.uniques.stream().anyMatch(unique -> startsWith(unique.columns(), columns))
        || table.indexes.stream()
            .anyMatch(
                index ->
                    index.where() == null
                        && index.method().isEmpty()
                        && index.parts().stream().noneMatch(part -> part.column() == 0)
                        && startsWith(
                            index.parts().stream().map(Parts.Part::column).toList(), columns));
  }

  private static boolean startsWith(List<Integer> key, List<Integer> columns) {
    return key.size() >= columns.size()
        && new HashSet<>(key.subList(0, columns.size())).equals(new HashSet<>(columns));
  }

  private Column column(TableSketch table, ColumnSketch column) {
    return new Column(
        column.name,
        type(column.type),
        column.nullable,
        source(table, column),
        column.sqlType,
        column.comment);
  }

  private ColumnType type(TypeSketch type) {
    ColumnType scalar = type.scalar();
    if (type.isEnum()) {
      EnumSketch enumeration = sketch.enums.get(type.enumeration());
      scalar =
          type.asType()
              ? new ColumnType.NativeEnum(typeName(enumeration))
              : new ColumnType.Words(words(enumeration));
    }
    return type.array() ? new ColumnType.Array(scalar) : scalar;
  }

  private ValueSource source(TableSketch table, ColumnSketch column) {
    SourceSketch source = column.source;
    if (source instanceof SourceSketch.Identity) {
      return new ValueSource.Identity();
    }
    if (source instanceof SourceSketch.RandomUuid) {
      return new ValueSource.RandomUuid();
    }
    if (source instanceof SourceSketch.Default value) {
      return new ValueSource.Default(new Values(sketch).byDefault(column, value));
    }
    if (source instanceof SourceSketch.Computed computed) {
      return new ValueSource.Computed(computed.expression().sql(table), computed.stored());
    }
    return new ValueSource.Given();
  }

  private static List<Check> checks(TableSketch table) {
    Set<String> taken = new HashSet<>();
    for (ColumnSketch column : table.columns) {
      if (column.type.isEnum()
          && SchemaScript.bringsCheck(
              column.type.asType()
                  ? new ColumnType.NativeEnum(QualifiedName.of("any"))
                  : new ColumnType.Words(List.of("any")))) {
        taken.add(Names.check(table.name, List.of(column.name)));
      }
    }
    List<Check> checks = new ArrayList<>();
    for (Parts.Check check : table.checks) {
      List<String> columns =
          check.column() == 0 ? List.of() : List.of(table.column(check.column()).name);
      String name = free(Names.check(table.name, columns), taken);
      checks.add(new Check(name, check.condition().sql(table)));
    }
    return checks;
  }

  private ForeignKey reference(TableSketch table, Parts.Reference reference) {
    TableSketch target = sketch.tables.get(reference.target());
    List<String> columns = names(table, reference.columns());
    return new ForeignKey(
        Names.foreignKey(table.name, columns),
        columns,
        target.name,
        names(target, target.key),
        reference.onDelete(),
        reference.onUpdate(),
        reference.deferrable());
  }

  private static Index index(TableSketch table, Parts.Index index, Set<String> taken) {
    List<String> words = new ArrayList<>();
    List<Index.Part> parts = new ArrayList<>();
    for (Parts.Part part : index.parts()) {
      if (part.column() == 0) {
        words.add(part.expression().family() == Family.TEXT ? "lower" : "expr");
        parts.add(new Index.ExpressionPart(part.expression().sql(table), part.descending()));
      } else {
        String name = table.column(part.column()).name;
        words.add(name);
        parts.add(new Index.ColumnPart(name, part.descending()));
      }
    }
    return new Index(
        free(Names.index(table.name, words), taken),
        parts,
        index.unique(),
        index.method(),
        names(table, index.include()),
        index.where() == null ? Sql.NONE : index.where().sql(table));
  }

  private static List<String> names(TableSketch table, List<Integer> columns) {
    return columns.stream().map(id -> table.column(id).name).toList();
  }

  /** As the processor numbers names that are taken. */
  private static String free(String name, Set<String> taken) {
    String free = name;
    for (int i = 1; !taken.add(free); i++) {
      String numbered = name + i;
      free = Names.bytes(numbered) <= Names.MAX_BYTES ? numbered : Names.fit(name, "" + i);
    }
    return free;
  }
}
