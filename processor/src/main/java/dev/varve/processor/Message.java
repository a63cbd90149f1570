package dev.varve.processor;

import dev.varve.project.NoticeKind;
import dev.varve.project.Severity;
import javax.tools.Diagnostic;
import javax.tools.Diagnostic.Kind;

/**
 * Every message of the processor, but those on the files that it keeps, which are {@link
 * dev.varve.project.FileMessage}s. {@code docs/diagnostics.md} explains each with an example.
 *
 * <p>A code is never given a second meaning, so there may be gaps.
 */
public enum Message implements NoticeKind {
  /** An entity that is a class, an interface, an enum or an annotation. */
  ENTITY_IS_NO_RECORD(
      1, Kind.ERROR, "\"{0}\" is {1}; an entity is a record: write \"record {0}(...)\""),

  /** An entity with type parameters. */
  ENTITY_IS_GENERIC(
      2,
      Kind.ERROR,
      "the entity \"{0}\" has type parameters; a table has one type for each column: replace them by types"),

  /** An entity that the generated code can't name. */
  ENTITY_INACCESSIBLE(
      3,
      Kind.ERROR,
      "the entity \"{0}\" can't be named in package \"{1}\", where its seed builder goes; make it public, or move it (not private, not local) to that package, or put @Database on its package"),

  /** An entity without a primary key. */
  NO_ID(
      4,
      Kind.ERROR,
      "the entity \"{0}\" has no primary key; write @Id before the component that identifies a row: \"@Id\" before \"{1}\", or a new component \"@Id long id\""),

  /** A record without components. */
  NO_COMPONENTS(
      5,
      Kind.ERROR,
      "the entity \"{0}\" has no components; a table needs columns: write at least \"@Id long id\""),

  /** A second {@code @Database} in one compilation. */
  TWO_DATABASES(
      6,
      Kind.ERROR,
      "there is a second @Database, the first is on \"{0}\"; the entities of one compilation form one database: remove one of them"),

  /** A database's name that no class can have. */
  DATABASE_NAME(
      7,
      Kind.ERROR,
      "\"{0}\" can't be the start of a class name; write a Java identifier that starts with a capital, such as \"Shop\""),

  /** A database for no engine. */
  NO_DIALECTS(
      8,
      Kind.ERROR,
      "@Database names no dialect, so nothing would be written; name at least one, or leave \"dialects\" out to get all"),

  /** Entities of which no package holds all. */
  NO_COMMON_PACKAGE(
      9,
      Kind.ERROR,
      "the entities share no package, so there is no place for the seed builder; write @Database on a package or on a type of the package that it shall go to"),

  /** An annotation where it means nothing. */
  MISPLACED(10, Kind.ERROR, "{0} means nothing on \"{1}\", which is {2}; {3}"),

  /** An empty name. */
  EMPTY_NAME(11, Kind.ERROR, "\"{0}\" is empty; write a name, or leave it out"),

  /** A name with characters that no name may have. */
  BAD_NAME(
      12,
      Kind.ERROR,
      "the name \"{0}\" contains {1}; a name is made of letters, digits, blanks and most signs, but not of that"),

  /** A name that PostgreSQL would cut. */
  NAME_TOO_LONG(
      13,
      Kind.ERROR,
      "the name \"{0}\" has {1} bytes, PostgreSQL keeps 63 and drops the rest; write a shorter one"),

  /** A name that a database keeps for itself. */
  RESERVED_NAME(14, Kind.ERROR, "{0} keeps the name \"{1}\" for itself; write another"),

  /** Two tables of one name. */
  DUPLICATE_TABLE(
      15,
      Kind.ERROR,
      "\"{0}\" is stored in table \"{1}\", and so is \"{2}\"; write another name for one of them: {3}"),

  /** Two columns of one name. */
  DUPLICATE_COLUMN(
      16,
      Kind.ERROR,
      "\"{0}\" is stored in column \"{1}\", and so is \"{2}\"; write another name for one of them: @Column(name = \"...\")"),

  /** Two constraints, indexes or types of one name. */
  DUPLICATE_NAME(
      17,
      Kind.ERROR,
      "{0} would be called \"{1}\", and so is {2}; write another name for one of them"),

  /** A component of a type that no column can hold. */
  UNKNOWN_TYPE(
      20,
      Kind.ERROR,
      "\"{0}\" has the type {1}, which no column can hold; use a type that has one (String, long, BigDecimal, Instant, UUID, an enum ...), wrap one in a record, store it with @Json, take its components with @Embedded if it is a record, or leave it out with @Transient"),

  /** A collection of something that no array can hold. */
  ELEMENT_TYPE(
      21,
      Kind.ERROR,
      "\"{0}\" has the type {1}, whose elements no array can hold; use elements such as String, long or an enum, or store all of it with @Json"),

  /** A set or collection of values. */
  NOT_A_LIST(
      22,
      Kind.ERROR,
      "\"{0}\" has the type {1}; a column keeps values in an order, and twice if they are: write {2}, or store it with @Json"),

  /** An entity as component without {@code @Relation}. */
  ENTITY_WITHOUT_RELATION(
      23,
      Kind.ERROR,
      "\"{0}\" refers to the entity \"{1}\" without saying so; write @Relation before it"),

  /** A record with several components as component, without a word on how it is stored. */
  RECORD_WITHOUT_EMBEDDED(
      24,
      Kind.ERROR,
      "\"{0}\" is the record \"{1}\", which is no entity and doesn't fit into one column; write @Embedded to take its components as columns, @Json to store it as a document, or make \"{1}\" an @Entity and write @Relation"),

  /** A record that holds itself. */
  ENDLESS_RECORD(
      25,
      Kind.ERROR,
      "\"{0}\" holds the record \"{1}\", which holds itself, so its columns would never end; make it an entity and write @Relation, or store it with @Json"),

  /** {@code @Embedded} on something that is no record. */
  EMBEDDED_ON_OTHER(
      26, Kind.ERROR, "\"{0}\" has the type {1}, @Embedded takes records; remove @Embedded"),

  /** {@code @Embedded} on an entity. */
  EMBEDDED_ENTITY(
      27,
      Kind.ERROR,
      "\"{0}\" embeds \"{1}\", which is an entity with a table of its own; write @Relation instead of @Embedded"),

  /** {@code @Embedded} on a record with type parameters. */
  EMBEDDED_GENERIC(
      28,
      Kind.ERROR,
      "\"{0}\" embeds the record \"{1}\", which has type parameters; a column has one type: write a record without them"),

  /** A component's type that the generated code can't name. */
  INACCESSIBLE_TYPE(
      29,
      Kind.ERROR,
      "\"{0}\" has the type \"{1}\", which can't be named in package \"{2}\", where the seed builder goes; make it public, or package-private in that package"),

  /** An enum without constants. */
  EMPTY_ENUM(
      30,
      Kind.ERROR,
      "the enum \"{0}\" has no constants, so \"{1}\" can have no value; write a constant"),

  /** {@code @Enumerated} on something that is no enum. */
  ENUMERATED_ON_OTHER(
      31, Kind.ERROR, "\"{0}\" is no enum, so @Enumerated means nothing; remove it"),

  /** A size on a type that has none. */
  SIZE_ON_OTHER(
      32, Kind.ERROR, "\"{0}\" means nothing for \"{1}\", whose type is {2}; it is for {3}"),

  /** A size that no column can have. */
  SIZE_OUT_OF_RANGE(
      33, Kind.ERROR, "{0} = {1} of \"{2}\" is out of range; write a number from {3} to {4}"),

  /** A scale without precision. */
  SCALE_ALONE(
      34,
      Kind.ERROR,
      "\"{0}\" has a scale but no precision; write both: @Column(precision = 12, scale = 2)"),

  /** {@code @Nullable} on a primitive type. */
  NULLABLE_PRIMITIVE(
      35,
      Kind.ERROR,
      "\"{0}\" has the type {1}, which is never null; write {2}, or remove @Nullable"),

  /** {@code @Nullable} on an {@code Optional}. */
  NULLABLE_OPTIONAL(
      36,
      Kind.ERROR,
      "\"{0}\" is an Optional and @Nullable at once; an Optional is nullable in the database by itself: remove @Nullable"),

  /** A primary key that may be null. */
  NULLABLE_ID(
      37,
      Kind.ERROR,
      "\"{0}\" is part of the primary key, which is never null; remove @Nullable or Optional"),

  /** {@code @Id} inside of an embedded record. */
  ID_IN_EMBEDDED(
      38,
      Kind.ERROR,
      "\"{0}\" lies in an embedded record; write @Id on the component that embeds it, then all its columns are the key"),

  /** Two annotations that exclude each other. */
  CONTRADICTION(
      39, Kind.ERROR, "\"{0}\" has {1} and {2}, of which only one can hold; remove one of them"),

  /** A component that may and must not be null. */
  NULLABLE_CONTRADICTION(
      40, Kind.ERROR, "\"{0}\" may be null, but {1} says it is not; remove one of them"),

  /** A {@code @Nullable} that is about the elements of an array. */
  NULLABLE_ELEMENT(
      41,
      Kind.ERROR,
      "in \"{0}\" @Nullable is about each {1}, which is never null; write \"{1} @Nullable []\" if the array may be null"),

  /** A type that doesn't exist but looks like one that does. */
  MISSING_TYPE(42, Kind.ERROR, "\"{0}\" has the type {1}, which doesn't exist; did you mean {2}?"),

  /** A relation to a type without table. */
  RELATION_TO_NO_ENTITY(
      50,
      Kind.ERROR,
      "\"{0}\" refers to \"{1}\", which is no entity; write @Entity before that record, or refer to an entity"),

  /** A relation that doesn't say to what. */
  RELATION_WITHOUT_TARGET(
      51,
      Kind.ERROR,
      "\"{0}\" has the type {1}, which doesn't say which entity it refers to; write @Relation(Customer.class) with that entity"),

  /** A relation whose annotation and type disagree. */
  RELATION_NAMES_OTHER(
      52,
      Kind.ERROR,
      "\"{0}\" holds \"{1}\", but @Relation names \"{2}\"; remove the class from @Relation"),

  /** A relation inside of an embedded record. */
  RELATION_IN_EMBEDDED(
      53,
      Kind.ERROR,
      "\"{0}\" is a relation in an embedded record, whose columns are found in several tables; move it to the entity"),

  /** A relation on a record without target or columns. */
  RELATION_ON_RECORD(
      54,
      Kind.ERROR,
      "@Relation on the record \"{0}\" needs the entity and the components that refer to it: @Relation(value = Shelf.class, columns = {\"hall\", \"shelf\"})"),

  /** A relation to an entity that this compilation doesn't know. */
  TARGET_NOT_COMPILED(
      55,
      Kind.ERROR,
      "\"{0}\" refers to the entity \"{1}\", which isn't compiled here and whose table isn't in db/model.json; compile both together, as one database has one set of migrations"),

  /** A relation of another type than the key. */
  KEY_TYPE_DIFFERS(
      56,
      Kind.ERROR,
      "\"{0}\" has the type {1}, but the key \"{2}\" is {3}; write the same type at both ends"),

  /** A relation by one key to an entity that has several. */
  KEY_IS_COMPOSITE(
      57,
      Kind.ERROR,
      "\"{0}\" is one value, but the key of \"{1}\" has several columns: {2}; refer to the record itself, or write @Relation(value = {1}.class, columns = {...}) on the record"),

  /** A collection of keys of an entity whose key has several columns. */
  KEYS_ARE_COMPOSITE(
      58,
      Kind.ERROR,
      "\"{0}\" holds single keys, but the key of \"{1}\" has several columns; write a collection of \"{1}\""),

  /** A composite relation with too few or too many columns. */
  KEY_SIZE_DIFFERS(
      59,
      Kind.ERROR,
      "@Relation on \"{0}\" names {1} columns, but the key of \"{2}\" is ({3}); name as many, in that order"),

  /** A primary key that refers to itself through others. */
  ENDLESS_KEY(
      60,
      Kind.ERROR,
      "the key of \"{0}\" is the key of \"{1}\", which leads back to itself, so that it has no type; give one of them a key of its own"),

  /** {@code SET_NULL} on a column that can't be null. */
  SET_NULL_NOT_NULL(
      61,
      Kind.ERROR,
      "\"{0}\" is NOT NULL, so {1} = SET_NULL can only fail; write @Nullable before it, or another action"),

  /** {@code SET_DEFAULT} on a column without default. */
  SET_DEFAULT_WITHOUT_DEFAULT(
      62,
      Kind.ERROR,
      "\"{0}\" has no @Default, so {1} = SET_DEFAULT has nothing to set; write a @Default, or another action"),

  /** Records that can't be constructed without each other. */
  RECORD_CYCLE(
      63,
      Kind.ERROR,
      "\"{0}\" can never be constructed: {1}; write @Nullable before one of them, or refer by key: @Relation({2}.class)"),

  /** Rows that can't be inserted without each other. */
  NOT_NULL_CYCLE(
      64,
      Kind.ERROR,
      "no row of \"{0}\" can be inserted first: {1}; write @Nullable before one of them, or @Relation(deferrable = true)"),

  /** A value of {@code @Relation} that means nothing for its form. */
  MISPLACED_RELATION_VALUE(65, Kind.ERROR, "\"{0}\" of @Relation means nothing for \"{1}\": {2}"),

  /** An action that a junction table can't carry out. */
  JUNCTION_ACTION(
      66,
      Kind.ERROR,
      "\"{0}\" is stored in a junction table, whose columns are its key, so {1} = {2} can only fail; write CASCADE, RESTRICT or NO_ACTION"),

  /** A size on a relation. */
  RELATION_SIZE(
      67,
      Kind.ERROR,
      "\"{0}\" takes its type from the key of \"{1}\"; remove \"{2}\" from @Column"),

  /** A name that is neither a component nor a column. */
  UNKNOWN_COLUMN(70, Kind.ERROR, "{0} names \"{1}\", which is no column of \"{2}\"{3}"),

  /** A column named twice in one list. */
  COLUMN_TWICE(71, Kind.ERROR, "{0} names \"{1}\" of \"{2}\" twice; name it once"),

  /** A list of columns on a component. */
  COLUMNS_ON_COMPONENT(
      72,
      Kind.ERROR,
      "{0} on a component is about its own column; remove \"columns\", or write it on the record"),

  /** A constraint or index on a record that says nothing of columns. */
  NO_COLUMNS(
      73,
      Kind.ERROR,
      "{0} on the record \"{1}\" doesn't say for which columns; write columns = {...}, or put it on a component"),

  /** More directions than columns. */
  ORDER_TOO_LONG(
      74, Kind.ERROR, "there are {0} directions for {1} columns; remove those that are too many"),

  /** An index method that looks misspelled. */
  UNKNOWN_INDEX_METHOD(75, Kind.ERROR, "there is no index method \"{0}\"; did you mean \"{1}\"?"),

  /** Something an index method can't do. */
  INDEX_METHOD(
      76,
      Kind.ERROR,
      "PostgreSQL's {0} indexes know no {1}; write another method, or leave that out"),

  /** The same index twice. */
  DUPLICATE_INDEX(77, Kind.ERROR, "this index is the same as \"{0}\"; remove one of them"),

  /** An empty fragment of SQL. */
  EMPTY_SQL(80, Kind.ERROR, "{0} holds no SQL; write an expression, or remove it"),

  /** Text that isn't a fragment of SQL. */
  SQL_FLAW(
      81,
      Kind.ERROR,
      "the SQL of {0} contains {1}; it becomes a part of a statement and must be whole by itself"),

  /** A query in a place where databases allow none. */
  SUBQUERY(
      82,
      Kind.ERROR,
      "the SQL of {0} contains a query; here databases allow only the columns of the row itself"),

  /** A default that depends on a column. */
  DEFAULT_USES_COLUMN(
      83,
      Kind.ERROR,
      "{0} uses the column \"{1}\"; a default stands for itself: write a constant or a function, or use @Computed"),

  /** A default that looks like text without quotes. */
  DEFAULT_WITHOUT_QUOTES(
      84,
      Kind.ERROR,
      "{0} contains \"{1}\", which is no constant and no function; text needs quotes of its own: \"'{1}'\""),

  /** A default that is no constant of the enum. */
  DEFAULT_NO_CONSTANT(85, Kind.ERROR, "the default '{0}' is no constant of the enum \"{1}\"{2}"),

  /** Two fragments for one dialect. */
  DIALECT_TWICE(
      86, Kind.ERROR, "{0} is given twice for {1}; write on = ... so that each dialect has one"),

  /** SQL that one of the dialects doesn't know. */
  FOREIGN_SQL(
      87,
      Kind.ERROR,
      "{0} uses {1}, which {2} doesn't know; write what both know, or one for each dialect: on = {3}"),

  /** Braces that stand for no single column. */
  NO_COLUMN_FOR_BRACES(
      88,
      Kind.ERROR,
      "{} in {0} stands for the column of a component that has one; write the column's name"),

  /** A constraint of {@code jakarta.validation} that a database can't check. */
  CONSTRAINT_NOT_SAID(
      90,
      Kind.WARNING,
      "{0} on \"{1}\" becomes no CHECK in every dialect: {2}; check it in Java, or accept that with @SuppressWarnings(\"varve:VARVE-090\")"),

  /** A pattern that is no regular expression. */
  BAD_PATTERN(91, Kind.ERROR, "the pattern of \"{0}\" is no regular expression: {1}"),

  /** A former name that is the present one. */
  RENAMED_TO_ITSELF(
      92, Kind.ERROR, "\"{0}\" is still called \"{1}\"; write its former name, or remove @Renamed"),

  /** A former name that something else has now. */
  RENAMED_FROM_EXISTING(
      93,
      Kind.ERROR,
      "\"{0}\" can't have been called \"{1}\", which still exists; write its former name, or remove @Renamed"),

  /** Two components with the same former name. */
  RENAMED_TWICE(
      94,
      Kind.ERROR,
      "\"{0}\" and \"{2}\" can't both have been called \"{1}\"; remove one @Renamed"),

  /** A removal that doesn't say what is removed. */
  REMOVED_VALUES(95, Kind.ERROR, "@Removed on \"{0}\" doesn't say what is gone; write {1}"),

  /** A removal of what is still there. */
  REMOVED_EXISTS(
      96, Kind.ERROR, "the {0} \"{1}\" of {2} is still there; remove it, or its removal"),

  /** A replacement that is no constant. */
  REPLACEMENT_UNKNOWN(97, Kind.ERROR, "\"{0}\" is no constant of the enum \"{1}\"{2}"),

  /** An irreversible change without reason. */
  EMPTY_REASON(
      98,
      Kind.ERROR,
      "@Irreversible on \"{0}\" gives no reason; write one for the person whose \"down\" is refused"),

  /** Names that take each other's place. */
  RENAMED_IN_CIRCLE(
      99,
      Kind.ERROR,
      "\"{0}\" takes the name of \"{1}\", which in turn takes its name: left in place, the"
          + " annotations would exchange both again; give one of them another name, seal that, then"
          + " give it the name that it shall have"),

  // 150 to 169: what a change of the records leaves open.

  /** A table that is gone. */
  TABLE_GONE(150, Kind.ERROR, "the table \"{0}\"{1} is gone, with all its rows; {2}"),
  /** A column that is gone. */
  COLUMN_GONE(151, Kind.ERROR, "{0} gone, with all values; {1}"),
  /** A constant of an enum that is gone. */
  VALUE_GONE(
      152, Kind.ERROR, "the constant \"{0}\" of {1} is gone, but rows may hold it ({2}); {3}"),
  /** A type that holds less than the former one. */
  NARROWED(
      153,
      Kind.ERROR,
      "the column \"{0}\" changes from {1} to {2}, {3}; say how existing values are converted: write"
          + " {4} before \"{5}\" ({} is the former value)"),
  /** A column that can't be empty, and rows without a value for it. */
  VALUE_MISSING(154, Kind.ERROR, "the column \"{0}\" {1}; write {2} before \"{3}\""),
  /** A former name that nothing had. */
  RENAMED_UNKNOWN(155, Kind.ERROR, "{0} can't have been called \"{1}\": there was no such {2}{3}"),
  /** An annotation that has done its work. */
  AGREEMENT_SPENT(156, Kind.NOTE, "{0} has no effect{1}; it may go"),

  /** A column whose values were given and are computed from now on. */
  GIVEN_LOST(
      157,
      Kind.ERROR,
      "the column \"{0}\" is computed from now on, and all values that its rows were given are lost;"
          + " write {1} before the record \"{2}\" if they may go, or give what is computed another"
          + " name"),

  // 101 to 149: options and files; they have no place in a source file.

  /** An option that doesn't exist. */
  OPTION_UNKNOWN(101, Kind.ERROR, "there is no option \"-A{0}\"; there are {1}{2}"),

  /** An option's value that makes no sense. */
  OPTION_VALUE(102, Kind.ERROR, "option \"-A{0}={1}\": expected {2}"),

  /** Nobody says where the files belong. */
  DIRECTORY_UNKNOWN(
      103,
      Kind.ERROR,
      "the directory for schema and migrations is not known: {0}; say it with"
          + " -Avarve.dir=<directory>, or write none with -Avarve.mode=off"),

  /** An entity generated after the seed classes. */
  ENTITY_TOO_LATE(
      104,
      Kind.ERROR,
      "entity \"{0}\" was generated by another processor after the seed classes had been written;"
          + " let an entity of the sources refer to it, so that Varve waits for it, or compile it"
          + " before the others, or turn seeds off with -Avarve.seeds=false"),

  /** An exception that should not be possible. */
  BUG(105, Kind.ERROR, "this is a bug in Varve, please report it with this trace:\n{0}"),

  /** A compiler that doesn't let resources be written beside the classes. */
  CLASS_OUTPUT_UNWRITABLE(
      126, Kind.ERROR, "schema and migrations can't be written beside the classes: {0}"),

  /** A compiler that doesn't let sources be written, or a class of the user's with that name. */
  SEEDS_UNWRITABLE(
      128,
      Kind.ERROR,
      "the seed classes can't be written: {0}; rename a class of yours that has the name of one, or"
          + " turn seeds off with -Avarve.seeds=false"),

  /** Entities of tests, say, beside those of the program. */
  ENTITIES_OF_ANOTHER_OUTPUT(
      127,
      Kind.ERROR,
      "{0} holds the tables of other entities, such as {1}, whose classes are not among those that"
          + " are compiled here; give these entities a directory of their own with"
          + " -Avarve.dir=<directory>, or write none with -Avarve.mode=off"),

  /** A model of which nothing is left. */
  ENTITIES_ALL_GONE(
      130,
      Kind.ERROR,
      "{0} holds the tables of {1}, and none of these entities is compiled here or on the class"
          + " path; if they belong to another module, give each module a directory of its own with"
          + " -Avarve.dir=<directory>; if they exist, put their classes on the class path or compile"
          + " all; if they were all replaced or moved, write {\"format\": 1, \"names\": 1,"
          + " \"tables\": []} into that file and compile again; nothing was changed"),

  /** A source that names the seed builder, which isn't generated. */
  SEED_ENGINE_MISSING(
      145,
      Kind.NOTE,
      "{0} isn't generated, since what it extends isn't there: add the dependency"
          + " dev.varve:varve-seed (in a named module also \"requires static dev.varve.seed;\")"),

  /** A dialect that can't express something. */
  DIALECT_GOES_WITHOUT(125, Kind.WARNING, "\"{0}\": {1}");

  private final int number;
  private final Kind kind;
  private final String text;

  Message(int number, Kind kind, String text) {
    this.number = number;
    this.kind = kind;
    this.text = text;
  }

  @Override
  public int number() {
    return number;
  }

  @Override
  public String template() {
    return text;
  }

  @Override
  public Severity severity() {
    return switch (kind) {
      case ERROR -> Severity.ERROR;
      case WARNING, MANDATORY_WARNING -> Severity.WARNING;
      case NOTE, OTHER -> Severity.NOTE;
    };
  }

  /** How severe it is. */
  public Diagnostic.Kind kind() {
    return kind;
  }
}
