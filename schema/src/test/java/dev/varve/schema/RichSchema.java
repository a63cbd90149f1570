package dev.varve.schema;

import dev.varve.schema.ColumnType.Array;
import dev.varve.schema.ColumnType.Decimal;
import dev.varve.schema.ColumnType.NativeEnum;
import dev.varve.schema.ColumnType.Simple;
import dev.varve.schema.ColumnType.Text;
import dev.varve.schema.ColumnType.Words;
import dev.varve.schema.ForeignKey.Action;
import dev.varve.schema.Index.ColumnPart;
import dev.varve.schema.Index.ExpressionPart;
import dev.varve.schema.ValueSource.Computed;
import dev.varve.schema.ValueSource.Default;
import dev.varve.schema.ValueSource.Given;
import dev.varve.schema.ValueSource.Identity;
import dev.varve.schema.ValueSource.RandomUuid;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A shop that uses every feature of the model once. */
public final class RichSchema {
  private RichSchema() {}

  /** The schema. */
  public static Schema get() {
    QualifiedName mood = new QualifiedName("billing", "mood");
    return new Schema(
        List.of(new EnumType(mood, List.of("FINE", "it's \"odd\""), "shop.Mood", "How it went.")),
        List.of(
            customers(),
            employees(),
            departments(),
            orders(),
            orderLines(),
            tags(),
            orderTags(),
            everything(),
            invoices(mood)));
  }

  private static Table customers() {
    QualifiedName name = QualifiedName.of("customers");
    return new Table(
            name,
            "shop.Customer",
            List.of(
                column("id", Simple.INT64, new Identity()),
                new Column(
                    "email",
                    new Text(320),
                    false,
                    new Given(),
                    Map.of(),
                    "Where invoices go.\nUnique."),
                Column.of("phone", new Text(0), true),
                column("tier", new Words(List.of("FREE", "PRO")), new Default(Sql.of("'FREE'"))),
                column("created_at", Simple.INSTANT, new Default(Sql.of("now()"))),
                Column.of("support_rep_id", Simple.INT64, true)),
            new PrimaryKey("customers_pkey", List.of("id")),
            List.of(new UniqueKey("customers_email_key", List.of("email"))),
            List.of(new Check("customers_email_check1", Sql.of("email LIKE '%@%'"))),
            List.of(
                key(
                    "customers_support_rep_id_fkey",
                    "support_rep_id",
                    "employees",
                    Action.SET_NULL)),
            List.of(
                index("customers_support_rep_id_idx", "support_rep_id"),
                new Index(
                    "customers_lower_idx",
                    List.of(new ExpressionPart(Sql.of("lower(email)"), false)),
                    true,
                    "",
                    List.of(),
                    Sql.of("phone IS NOT NULL"))),
            "Somebody who can buy; it's \"them\".")
        .withRows(5_000_000_000L);
  }

  private static Table employees() {
    return new Table(
        QualifiedName.of("employees"),
        "shop.Employee",
        List.of(
            column("id", Simple.INT64, new Identity()),
            Column.of("department_id", Simple.INT64, false),
            Column.of("boss_id", Simple.INT64, true)),
        new PrimaryKey("employees_pkey", List.of("id")),
        List.of(),
        List.of(),
        List.of(
            key("employees_boss_id_fkey", "boss_id", "employees", Action.RESTRICT),
            key("employees_department_id_fkey", "department_id", "departments", Action.NO_ACTION)),
        List.of(index("employees_department_id_idx", "department_id")),
        "");
  }

  private static Table departments() {
    return new Table(
        QualifiedName.of("departments"),
        "shop.Department",
        List.of(
            column("id", Simple.INT32, new Identity()), Column.of("head_id", Simple.INT64, true)),
        new PrimaryKey("departments_pkey", List.of("id")),
        List.of(new UniqueKey("departments_head_id_key", List.of("head_id"))),
        List.of(),
        List.of(key("departments_head_id_fkey", "head_id", "employees", Action.SET_NULL)),
        List.of(),
        "");
  }

  private static Table orders() {
    return new Table(
        QualifiedName.of("order"),
        "shop.Order",
        List.of(
            column("id", Simple.UUID, new RandomUuid()),
            Column.of("customer_id", Simple.INT64, false),
            Column.of("Note", new Text(0), true),
            column("open", Simple.BOOLEAN, new Default(Sql.of("true"))),
            Column.of("placed_on", Simple.DATE, false)),
        new PrimaryKey("order_pkey", List.of("id")),
        List.of(),
        List.of(),
        List.of(
            new ForeignKey(
                "order_customer_id_fkey",
                List.of("customer_id"),
                QualifiedName.of("customers"),
                List.of("id"),
                Action.CASCADE,
                Action.CASCADE,
                true)),
        List.of(
            new Index(
                "order_customer_id_placed_on_idx",
                List.of(new ColumnPart("customer_id", false), new ColumnPart("placed_on", true)),
                false,
                "",
                List.of("open"),
                Sql.NONE),
            new Index(
                "order_placed_on_idx",
                List.of(new ColumnPart("placed_on", false)),
                true,
                "btree",
                List.of("Note"),
                Sql.of("open"))),
        "");
  }

  private static Table orderLines() {
    return new Table(
        QualifiedName.of("order_lines"),
        "shop.OrderLine",
        List.of(
            Column.of("order_id", Simple.UUID, false),
            Column.of("number", Simple.INT16, false),
            Column.of("quantity", Simple.INT32, false),
            column("unit_price", new Decimal(10, 2), new Default(Sql.of("0.00"))),
            column(
                "total", new Decimal(12, 2), new Computed(Sql.of("quantity * unit_price"), true))),
        new PrimaryKey("order_lines_pkey", List.of("order_id", "number")),
        List.of(),
        List.of(
            new Check("order_lines_check", Sql.of("quantity > 0 AND number > 0")),
            new Check("order_lines_quantity_max_check", Sql.of("quantity <= 1000"))),
        List.of(key("order_lines_order_id_fkey", "order_id", "order", Action.CASCADE)),
        List.of(),
        "A line.\r\n\r\nvarve:transaction none");
  }

  private static Table tags() {
    return new Table(
        QualifiedName.of("tags"),
        "shop.Tag",
        List.of(Column.of("name", new Text(40), false)),
        new PrimaryKey("tags_pkey", List.of("name")),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        "");
  }

  private static Table orderTags() {
    return new Table(
        QualifiedName.of("order_tags"),
        "shop.Order#tags",
        List.of(
            Column.of("order_id", Simple.UUID, false), Column.of("tag_name", new Text(40), false)),
        new PrimaryKey("order_tags_pkey", List.of("order_id", "tag_name")),
        List.of(),
        List.of(),
        List.of(
            key("order_tags_order_id_fkey", "order_id", "order", Action.CASCADE),
            new ForeignKey(
                "order_tags_tag_name_fkey",
                List.of("tag_name"),
                QualifiedName.of("tags"),
                List.of("name"),
                Action.CASCADE,
                Action.NO_ACTION,
                false)),
        List.of(index("order_tags_tag_name_idx", "tag_name")),
        "");
  }

  private static Table everything() {
    return new Table(
        QualifiedName.of("everything"),
        "",
        List.of(
            Column.of("id", new Text(0), false),
            Column.of("int16", Simple.INT16, true),
            Column.of("float32", Simple.FLOAT32, true),
            Column.of("float64", Simple.FLOAT64, true),
            column("whole", Simple.INTEGER, new Default(Sql.of("12345678901234567890"))),
            Column.of("amount", new Decimal(0, 0), true),
            Column.of("grade", Simple.CHAR, true),
            column("local", Simple.DATE_TIME, new Default(Sql.of("current_timestamp"))),
            column("day", Simple.DATE, new Default(Sql.of("CURRENT_DATE"))),
            column("at", Simple.TIME, new Default(Sql.of("current_time"))),
            Column.of("lasts", Simple.DURATION, true),
            Column.of("every", Simple.PERIOD, true),
            Column.of("bytes", Simple.BYTES, true),
            Column.of("host", Simple.INET, true),
            column("document", Simple.JSON, new Default(Sql.of("'{}'"))),
            column("days", new Array(Simple.DATE), new Default(Sql.of("'{}'"))),
            Column.of("tiers", new Array(new Words(List.of("FREE", "PRO"))), true),
            column("token", new Text(0), new Default(byDialect("md5('a')", "hex(randomblob(16))"))),
            column("half", Simple.INT16, new Computed(Sql.of("int16 / 2"), true)),
            new Column(
                "kind",
                new Text(0),
                true,
                new Given(),
                Map.of(Dialect.POSTGRESQL, "varchar(7)", Dialect.SQLITE, "ANY"),
                "")),
        new PrimaryKey("everything_pkey", List.of("id")),
        List.of(),
        List.of(new Check("everything_id_check", byDialect("id ~ '^[a-z]'", "id GLOB '[a-z]*'"))),
        List.of(),
        List.of(
            new Index(
                "everything_document_idx",
                List.of(new ColumnPart("document", false)),
                false,
                "gin",
                List.of(),
                Sql.NONE)),
        "Each type once.");
  }

  private static Table invoices(QualifiedName mood) {
    return new Table(
        new QualifiedName("billing", "invoices"),
        "shop.billing.Invoice",
        List.of(
            column("id", Simple.INT64, new Identity()),
            Column.of("order_id", Simple.UUID, false),
            Column.of("line", Simple.INT16, false),
            new Column(
                "mood", new NativeEnum(mood), false, new Default(Sql.of("'FINE'")), Map.of(), "")),
        new PrimaryKey("invoices_pkey", List.of("id")),
        List.of(new UniqueKey("invoices_mood_key", List.of("mood", "id"))),
        List.of(),
        List.of(
            new ForeignKey(
                "invoices_order_id_line_fkey",
                List.of("order_id", "line"),
                QualifiedName.of("order_lines"),
                List.of("order_id", "number"),
                Action.NO_ACTION,
                Action.NO_ACTION,
                false)),
        List.of(index("invoices_order_id_line_idx", "order_id", "line")),
        "");
  }

  private static Column column(String name, ColumnType type, ValueSource source) {
    return new Column(name, type, false, source, Map.of(), "");
  }

  private static ForeignKey key(String name, String column, String target, Action onDelete) {
    return new ForeignKey(
        name,
        List.of(column),
        QualifiedName.of(target),
        List.of("id"),
        onDelete,
        Action.NO_ACTION,
        false);
  }

  private static Index index(String name, String... columns) {
    List<Index.Part> parts = new ArrayList<>();
    for (String column : columns) {
      parts.add(new ColumnPart(column, false));
    }
    return new Index(name, parts, false, "", List.of(), Sql.NONE);
  }

  private static Sql byDialect(String postgresql, String sqlite) {
    Map<Dialect, String> texts = new EnumMap<>(Dialect.class);
    texts.put(Dialect.POSTGRESQL, postgresql);
    texts.put(Dialect.SQLITE, sqlite);
    return new Sql(texts);
  }
}
