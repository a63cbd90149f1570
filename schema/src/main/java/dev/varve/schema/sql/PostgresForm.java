package dev.varve.schema.sql;

import dev.varve.schema.Check;
import dev.varve.schema.Column;
import dev.varve.schema.ColumnType;
import dev.varve.schema.ColumnType.Array;
import dev.varve.schema.ColumnType.Decimal;
import dev.varve.schema.ColumnType.Simple;
import dev.varve.schema.ColumnType.Text;
import dev.varve.schema.ColumnType.Words;
import dev.varve.schema.Dialect;
import dev.varve.schema.EnumType;
import dev.varve.schema.Index;
import dev.varve.schema.Index.ExpressionPart;
import dev.varve.schema.Index.Part;
import dev.varve.schema.Names;
import dev.varve.schema.Schema;
import dev.varve.schema.Sql;
import dev.varve.schema.Table;
import dev.varve.schema.UniqueKey;
import dev.varve.schema.ValueSource;
import dev.varve.schema.ValueSource.Computed;
import dev.varve.schema.ValueSource.Default;
import dev.varve.schema.ValueSource.Given;
import dev.varve.schema.ValueSource.Identity;
import dev.varve.schema.ValueSource.RandomUuid;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A table as PostgreSQL holds it. Its parts are in the order in which the script writes them. */
final class PostgresForm {
  private final Identifiers names;
  private final Table table;

  PostgresForm(Identifiers names, Table table) {
    this.names = names;
    this.table = table;
  }

  /** All of it. */
  Table table() {
    List<Column> columns = new ArrayList<>(table.columns().size());
    for (Column column : table.columns()) {
      ValueSource source = source(column.source());
      columns.add(typed(column, isNullable(column), source, comment(column.comment())));
    }
    return new Table(
        table.name(),
        "",
        columns,
        table.primaryKey(),
        uniqueKeys(),
        checks(),
        table.foreignKeys(),
        indexes(),
        comment(table.comment()));
  }

  /** The enum types of a schema. */
  static List<EnumType> enumTypes(Schema schema) {
    List<EnumType> types = new ArrayList<>(schema.enumTypes().size());
    for (EnumType type : schema.enumTypes()) {
      types.add(new EnumType(type.name(), type.values(), "", comment(type.comment())));
    }
    return types;
  }

  /** The same column with the type that PostgreSQL knows it by. */
  static Column typed(Column column, boolean nullable, ValueSource source, String comment) {
    String overridden = column.sqlType().get(Dialect.POSTGRESQL);
    if (overridden == null) {
      ColumnType type = canonical(column.type());
      return new Column(column.name(), type, nullable, source, Map.of(), comment);
    }
    String spelled = PostgresTypeNames.canonical(overridden);
    @Nullable ColumnType known = PostgresTypeNames.known(spelled);
    return known != null
        ? new Column(column.name(), known, nullable, source, Map.of(), comment)
        : new Column(
            column.name(),
            new Text(0),
            nullable,
            source,
            Map.of(Dialect.POSTGRESQL, spelled),
            comment);
  }

  private static ColumnType canonical(ColumnType type) {
    if (type instanceof Array array) {
      return new Array(canonical(array.element()));
    }
    if (type instanceof Words) {
      return new Text(0);
    }
    if (type instanceof Simple simple) {
      return switch (simple) {
        case INTEGER -> new Decimal(0, 0);
        case CHAR -> new Text(1);
        case PERIOD -> Simple.DURATION;
        case BOOLEAN,
            INT16,
            INT32,
            INT64,
            FLOAT32,
            FLOAT64,
            UUID,
            INSTANT,
            DATE_TIME,
            DATE,
            TIME,
            DURATION,
            BYTES,
            INET,
            JSON ->
            simple;
      };
    }
    return type;
  }

  /** Whether a column may be null: PostgreSQL never lets keys and counters. */
  boolean isNullable(Column column) {
    return column.nullable()
        && !(column.source() instanceof Identity)
        && !table.primaryKey().columns().contains(column.name());
  }

  /** Where a value comes from, as far as PostgreSQL is told. */
  static ValueSource source(ValueSource source) {
    if (source instanceof RandomUuid) {
      return new Default(only("gen_random_uuid()"));
    }
    if (source instanceof Default value) {
      Optional<String> text = value.expression().in(Dialect.POSTGRESQL);
      return text.isPresent() ? new Default(only(text.get())) : new Given();
    }
    if (source instanceof Computed computed) {
      Optional<String> text = computed.expression().in(Dialect.POSTGRESQL);
      return text.isPresent() ? new Computed(only(text.get()), computed.stored()) : new Given();
    }
    return source;
  }

  /**
   * The unique keys but for those over the columns of the primary key or of another one: CREATE
   * TABLE makes one index of such, and forgets the other names (<a
   * href="https://github.com/postgres/postgres/blob/REL_18_STABLE/src/backend/parser/parse_utilcmd.c">transformIndexConstraints</a>).
   */
  List<UniqueKey> uniqueKeys() {
    List<UniqueKey> keys = new ArrayList<>(table.uniqueKeys().size());
    for (UniqueKey key : table.uniqueKeys()) {
      boolean known = key.columns().equals(table.primaryKey().columns());
      for (UniqueKey earlier : keys) {
        known |= key.columns().equals(earlier.columns());
      }
      if (!known) {
        keys.add(key);
      }
    }
    return keys;
  }

  /** The CHECKs: those of the columns' types, then those that a person asked for. */
  List<Check> checks() {
    List<Check> checks = new ArrayList<>(table.checks().size() + 2);
    for (Column column : table.columns()) {
      String condition = typeCheck(column);
      if (!condition.isEmpty()) {
        String name = Names.check(table.name(), List.of(column.name()));
        checks.add(new Check(name, only(condition)));
      }
    }
    for (Check check : table.checks()) {
      Optional<String> condition = check.condition().in(Dialect.POSTGRESQL);
      if (condition.isPresent()) {
        checks.add(new Check(check.name(), only(condition.get())));
      }
    }
    return checks;
  }

  /** The condition that a column's type brings; empty: none. */
  private String typeCheck(Column column) {
    ColumnType type = column.type();
    if (type instanceof Words words) {
      return names.quoted(column.name()) + " IN (" + Literals.texts(words.values()) + ')';
    }
    if (type instanceof Array array
        && array.element() instanceof Words words
        && !column.sqlType().containsKey(Dialect.POSTGRESQL)) {
      String all = Literals.texts(words.values());
      return names.quoted(column.name()) + " <@ ARRAY[" + all + "]::text[]";
    }
    return "";
  }

  /** The indexes that can be made. */
  List<Index> indexes() {
    List<Index> indexes = new ArrayList<>(table.indexes().size());
    for (Index index : table.indexes()) {
      if (PostgresIndexes.canExpress(index)) {
        String method = index.method().equals("btree") ? "" : index.method();
        Sql where = index.where().equals(Sql.NONE) ? Sql.NONE : only(index.where());
        List<Part> parts =
            PostgresIndexes.hasExpression(index) ? parts(index.parts()) : index.parts();
        indexes.add(new Index(index.name(), parts, index.unique(), method, index.include(), where));
      }
    }
    return indexes;
  }

  private static List<Part> parts(List<Part> parts) {
    List<Part> result = new ArrayList<>(parts.size());
    for (Part part : parts) {
      result.add(
          part instanceof ExpressionPart expression
              ? new ExpressionPart(only(expression.sql()), part.descending())
              : part);
    }
    return result;
  }

  /** What the database stores of a comment: {@link Literals#postgresLine} makes line ends LF. */
  private static String comment(String text) {
    return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
  }

  private static Sql only(Sql sql) {
    return only(sql.in(Dialect.POSTGRESQL).orElseThrow());
  }

  private static Sql only(String text) {
    return Sql.only(Dialect.POSTGRESQL, text);
  }
}
