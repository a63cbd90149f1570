package dev.varve.seed;

import dev.varve.seed.load.TableName;
import dev.varve.seed.value.Choices;
import dev.varve.seed.value.Inventor;
import dev.varve.seed.value.JavaType;
import dev.varve.seed.value.JavaTypes;
import dev.varve.seed.value.Realistic;
import dev.varve.seed.value.ValueDomain;
import dev.varve.seed.value.ValueException;
import dev.varve.seed.value.ValueType;
import dev.varve.seed.value.ValueType.Kind;
import dev.varve.seed.value.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A column of an entity's table. */
final class ColumnShape {
  final int index;
  final String name;

  /** The slot that holds its value; -1 for a column of a related record's key. */
  final int slot;

  /** What its setter is called; the column's own name if it has none. */
  final String setter;

  final boolean nullable;

  /** Whether its component may be null even if the embedded records around it are not. */
  final boolean optional;

  /** The nullable embedded records around it. */
  final List<Integer> groups = new ArrayList<>();

  final boolean identity;
  final boolean computed;
  final ValueType type;

  /** The Java type of its slot; null without one. */
  final @Nullable JavaType java;

  final ValueDomain domain;
  private final List<String> defaults = new ArrayList<>();

  /** Kept, for a pattern takes time; that two threads may make it is no harm. */
  private @Nullable Choices<Object> choices;

  /** Reads the words of a line {@code col}. */
  ColumnShape(int index, String[] words, Class<?>[] types) {
    this.index = index;
    name = Words.decode(words[1]);
    type = ValueType.parse(Words.decode(words[2]));
    slot = words[3].equals("-") ? -1 : Integer.parseInt(words[3]);
    setter = words[4].equals("-") ? name : Words.decode(words[4]);
    List<String> flags = List.of(words).subList(5, words.length);
    nullable = flags.contains("null");
    identity = flags.contains("identity");
    computed = flags.contains("computed");
    String as = "";
    for (String flag : flags) {
      int equals = flag.indexOf('=');
      String value = equals < 0 ? "" : flag.substring(equals + 1);
      switch (equals < 0 ? flag : flag.substring(0, equals)) {
        case "group" -> groups.add(Integer.valueOf(value));
        case "default" -> defaults.add(value);
        case "as" -> as = value;
        default -> {
          // looked for above, or about the values
        }
      }
    }
    optional = flags.contains("optional");
    java = slot < 0 ? null : JavaTypes.of(type, as, types);
    domain = ValueDomain.read(flags).of(values().raw());
  }

  /** Whether the database has a value of its own for a row that names none. */
  boolean hasDefault(SeedEngine engine) {
    return defaults.contains(engine.dialect.toString());
  }

  /**
   * The canonical values that can be invented for it.
   *
   * @throws ValueException if there are none
   */
  Choices<Object> choices(TableName table) {
    Choices<Object> known = choices;
    if (known == null) {
      known = new Inventor(0).choices(table.toString(), setter, type, values(), domain);
      choices = known;
    }
    return known;
  }

  /**
   * The canonical values that can be invented for it in a row whose other columns leave less.
   *
   * @throws ValueException if there are none
   */
  Choices<Object> choices(TableName table, ValueDomain narrowed) {
    return narrowed.equals(domain)
        ? choices(table)
        : new Inventor(0).choices(table.toString(), setter, type, values(), narrowed);
  }

  /**
   * The values that it would have in real life; null if nothing is known of it.
   *
   * @param entity the simple name of the table's record
   * @param sources where texts come from; the first that knows the column has it
   */
  @Nullable Realistic realistic(long seed, String entity, List<WordSource> sources) {
    List<String> words = List.of();
    for (int i = 0; i < sources.size() && words.isEmpty() && type.kind() == Kind.TEXT; i++) {
      words = sources.get(i).words(seed, entity, name);
    }
    return new Inventor(seed).realistic(entity, name, type, values(), domain, words);
  }

  /**
   * The canonical values at the edges of what it can hold, at least one, no two the same. Not every
   * engine can store all of them, nor need the record's own constructor take them.
   *
   * @throws ValueException if there are none
   */
  List<Object> edges(TableName table) {
    return edges(table, domain);
  }

  /**
   * The same in a row whose other columns leave less.
   *
   * @throws ValueException if there are none
   */
  List<Object> edges(TableName table, ValueDomain narrowed) {
    return new Inventor(0).edges(table.toString(), setter, type, values(), narrowed);
  }

  private JavaType values() {
    return Objects.requireNonNullElse(java, new JavaType(Object.class));
  }

  @Override
  public String toString() {
    return name;
  }
}
