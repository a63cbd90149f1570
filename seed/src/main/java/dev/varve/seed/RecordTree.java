package dev.varve.seed;

import dev.varve.seed.value.JavaType;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An entity's record as a tree: its components, and those of the records embedded in it. It makes
 * records of slots and takes them apart.
 */
final class RecordTree {
  private final Node.Composite root;
  private final List<Node.Composite> embedded;
  private final Node.Value[] values;

  private RecordTree(Reader reader, Node.Composite root) {
    this.root = root;
    this.embedded = List.copyOf(reader.embedded);
    this.values = reader.values.toArray(new Node.Value[0]);
  }

  /**
   * Reads a tree, a word for each component: {@code c} and the number of value records around a
   * column's value; {@code r} for a related record; {@code m} for a many-to-many collection; {@code
   * t} for a component that isn't stored; {@code e} for an embedded record, or {@code n} if it may
   * be null, followed by its own components and {@code )}.
   *
   * @param record the entity's record
   * @param words the words
   * @param lookup the rights to read and make the records
   */
  static RecordTree read(Class<?> record, List<String> words, Lookup lookup) {
    Reader reader = new Reader(words.iterator(), lookup);
    return new RecordTree(reader, reader.composite(record, false, false));
  }

  /** The record that slots make. */
  Object make(@Nullable Object[] slots) {
    return Objects.requireNonNull(root.make(slots));
  }

  /** Puts the values of the entity's record into slots. */
  void takeApart(Object record, @Nullable Object[] slots) {
    root.takeApart(record, slots);
  }

  /** Puts the values of an embedded record into slots; nulls if there is none. */
  void takeApart(int embeddedRecord, @Nullable Object value, @Nullable Object[] slots) {
    embedded.get(embeddedRecord).takeApart(value, slots);
  }

  /** Whether the constructors of the value records around a slot take a value. */
  boolean takes(int slot, Object value) {
    @Nullable Object[] slots = new Object[values.length];
    slots[slot] = value;
    try {
      values[slot].make(slots);
      return true;
    } catch (RuntimeException e) { // whatever a user's constructor throws
      return false;
    }
  }

  /** A slot's value without the value records around it. */
  @Nullable Object unwrapped(int slot, @Nullable Object value) {
    return values[slot].unwrapped(value);
  }

  private static final class Reader {
    final List<Node.Composite> embedded = new ArrayList<>();
    final List<Node.Value> values = new ArrayList<>();
    private final Iterator<String> words;
    private final Lookup lookup;

    Reader(Iterator<String> words, Lookup lookup) {
      this.words = words;
      this.lookup = lookup;
    }

    Node.Composite composite(Class<?> record, boolean nullable, boolean optional) {
      List<Node> nodes = new ArrayList<>();
      RecordHandles handles = new RecordHandles(record, lookup);
      for (RecordComponent component : record.getRecordComponents()) {
        nodes.add(node(component));
      }
      return new Node.Composite(handles, nodes, nullable, optional);
    }

    private Node node(RecordComponent component) {
      String word = words.next();
      boolean optional = component.getType() == Optional.class;
      return switch (word.charAt(0)) {
        case 'c' -> value(component, optional, Integer.parseInt(word.substring(1)));
        case 'r', 'm' -> value(component, optional, 0);
        case 't' -> new Node.Absent(nothing(component.getType()));
        case 'e', 'n' -> embedded(component, word.charAt(0) == 'n', optional);
        default -> throw new IllegalArgumentException("unknown component: " + word);
      };
    }

    private Node value(RecordComponent component, boolean optional, int wrappers) {
      List<RecordHandles> around = new ArrayList<>();
      Class<?> type = declared(component);
      for (int i = 0; i < wrappers; i++) {
        around.add(new RecordHandles(type, lookup));
        type = type.getRecordComponents()[0].getType();
      }
      Node.Value value = new Node.Value(values.size(), optional, around);
      values.add(value);
      return value;
    }

    /** The number of an embedded record is its place among those that begin before it. */
    private Node embedded(RecordComponent component, boolean nullable, boolean optional) {
      int number = embedded.size();
      embedded.add(new Node.Composite(null, List.of(), nullable, optional));
      Node.Composite composite = composite(declared(component), nullable, optional);
      embedded.set(number, composite);
      words.next();
      return composite;
    }

    private static Class<?> declared(RecordComponent component) {
      Type type = component.getGenericType();
      if (component.getType() == Optional.class && type instanceof ParameterizedType optional) {
        return JavaType.raw(optional.getActualTypeArguments()[0]);
      }
      return component.getType();
    }

    private static @Nullable Object nothing(Class<?> type) {
      if (type.isPrimitive()) {
        return java.lang.reflect.Array.get(java.lang.reflect.Array.newInstance(type, 1), 0);
      }
      if (type == Optional.class) {
        return Optional.empty();
      }
      if (type == Set.class) {
        return Set.of();
      }
      if (type == Map.class) {
        return Map.of();
      }
      return type.isAssignableFrom(List.class) && type != Object.class ? List.of() : null;
    }
  }
}
