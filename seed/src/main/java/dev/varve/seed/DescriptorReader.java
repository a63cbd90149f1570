package dev.varve.seed;

import dev.varve.seed.load.TableName;
import dev.varve.seed.value.ColumnOrders;
import dev.varve.seed.value.Words;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads the text that {@link TableShape} describes. */
final class DescriptorReader {
  private final Class<?>[] types;

  TableName name = new TableName("", "");
  final List<ColumnShape> columns = new ArrayList<>();
  int[] key = {};
  final List<UniqueShape> uniques = new ArrayList<>();
  final Set<Integer> distinct = new HashSet<>();
  String keyName = "";
  final List<CheckShape> checks = new ArrayList<>();
  final List<RelationShape> relations = new ArrayList<>();
  final List<JunctionShape> junctions = new ArrayList<>();
  final List<ColumnOrders.Order> orders = new ArrayList<>();
  final List<String> tree = new ArrayList<>();
  final Map<String, Map<Setter.Kind, Integer>> setters = new HashMap<>();
  int slots;

  DescriptorReader(Class<?>[] types) {
    this.types = types;
  }

  DescriptorReader read(String descriptor) {
    for (String line : descriptor.split("\n")) {
      try {
        line(line.split(" "));
      } catch (IndexOutOfBoundsException | NumberFormatException e) {
        throw new IllegalArgumentException("not a line of a table's descriptor: " + line, e);
      }
    }
    return this;
  }

  private void line(String[] words) {
    switch (words[0]) {
      case "table" -> name = TableName.of(words[1]);
      case "col" -> column(words);
      case "key" -> {
        key = places(words[1]);
        keyName = Words.decode(words[2]);
        uniques.add(new UniqueShape("primary key", key));
      }
      case "unique" -> {
        String where = words.length < 4 ? "" : Words.decode(words[3]);
        uniques.add(new UniqueShape(Words.decode(words[1]), places(words[2]), where, null));
      }
      case "distinct" -> {
        for (int place : places(words[1])) {
          distinct.add(place);
        }
      }
      case "order" ->
          orders.add(
              new ColumnOrders.Order(
                  place(Words.decode(words[1])), words[2], place(Words.decode(words[3]))));
      case "check" -> checks.add(CheckShape.read(words));
      case "rel" -> relation(words);
      case "many" -> junction(words);
      case "tree" -> tree.addAll(List.of(words).subList(1, words.length));
      case "set" -> {
        Setter.Kind kind = Setter.Kind.valueOf(words[2].toUpperCase(Locale.ROOT));
        setters
            .computeIfAbsent(Words.decode(words[1]), method -> new EnumMap<>(Setter.Kind.class))
            .put(kind, Integer.valueOf(words[3]));
      }
      default -> throw new IllegalArgumentException("unknown line in a descriptor: " + words[0]);
    }
  }

  private void column(String[] words) {
    ColumnShape column = new ColumnShape(columns.size(), words, types);
    slots = Math.max(slots, column.slot + 1);
    columns.add(column);
  }

  private void relation(String[] words) {
    int slot = slot(words[2]);
    int[] places = places(words[4]);
    boolean required = true;
    for (int place : places) {
      required &= !columns.get(place).nullable;
    }
    String[] target = Words.list(words[6]).toArray(new String[0]);
    boolean deferrable = List.of(words).subList(7, words.length).contains("deferrable");
    relations.add(
        new RelationShape(
            relations.size(),
            Words.decode(words[1]),
            slot,
            Words.decode(words[3]),
            places,
            TableName.of(words[5]),
            target,
            deferrable,
            required));
  }

  private void junction(String[] words) {
    junctions.add(
        new JunctionShape(
            junctions.size(),
            Words.decode(words[1]),
            slot(words[2]),
            TableName.of(words[3]),
            Words.list(words[4]),
            Words.list(words[5]),
            words[6].equals("set"),
            words[7].equals("record")));
  }

  private int slot(String word) {
    int slot = word.equals("-") ? -1 : Integer.parseInt(word);
    slots = Math.max(slots, slot + 1);
    return slot;
  }

  private int[] places(String names) {
    List<String> list = Words.list(names);
    int[] places = new int[list.size()];
    for (int i = 0; i < places.length; i++) {
      places[i] = place(list.get(i));
    }
    return places;
  }

  private int place(String column) {
    for (ColumnShape shape : columns) {
      if (shape.name.equals(column)) {
        return shape.index;
      }
    }
    throw new IllegalArgumentException(name + " has no column " + column);
  }
}
