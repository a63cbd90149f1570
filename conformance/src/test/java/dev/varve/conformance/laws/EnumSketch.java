package dev.varve.conformance.laws;

import java.util.ArrayList;
import java.util.List;

/** A Java enum. */
final class EnumSketch {
  final int id;
  String name;
  String comment = "";
  List<Word> words = new ArrayList<>();

  EnumSketch(int id, String name) {
    this.id = id;
    this.name = name;
  }

  /**
   * A constant.
   *
   * @param used whether rows have it
   */
  record Word(int id, String name, boolean used) {}

  EnumSketch copy() {
    EnumSketch copy = new EnumSketch(id, name);
    copy.comment = comment;
    copy.words = new ArrayList<>(words);
    return copy;
  }

  String origin() {
    return "app." + name;
  }

  /** The constants that rows have, at least one. */
  List<Word> used() {
    return words.stream().filter(Word::used).toList();
  }

  /** The constant of that identity; null: it is gone. */
  Word word(int word) {
    return words.stream().filter(one -> one.id == word).findFirst().orElse(null);
  }
}
