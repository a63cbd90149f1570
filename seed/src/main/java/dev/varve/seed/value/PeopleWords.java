package dev.varve.seed.value;

import java.util.List;

/** Names of people, and what is made of them. The number of a person says both names. */
final class PeopleWords {
  private PeopleWords() {}

  private static List<String> firsts() {
    return WordLists.get().of("first names");
  }

  private static List<String> lasts() {
    return WordLists.get().of("last names");
  }

  private static long people() {
    return (long) firsts().size() * lasts().size();
  }

  private static String first(List<String> names, long person) {
    return names.get((int) (person % names.size()));
  }

  /** The last name of a person whose first names are as many as {@code firsts}. */
  private static String last(List<String> names, int firsts, long person) {
    return names.get((int) (person / firsts));
  }

  /** First names; unique ones are followed by a number before all last names are through. */
  static Wording first() {
    List<String> names = firsts();
    return new Wording(
        people(),
        Integer.MAX_VALUE,
        true,
        (person, room) -> first(names, person),
        person -> "",
        " ",
        RealisticTexts.list(names));
  }

  static Wording last() {
    List<String> names = lasts();
    int firsts = firsts().size();
    return new Wording(
        people(),
        Integer.MAX_VALUE,
        true,
        (person, room) -> last(names, firsts, person),
        person -> "",
        " ",
        RealisticTexts.list(names));
  }

  static Wording full() {
    List<String> firsts = firsts();
    List<String> lasts = lasts();
    return new Wording(
        people(),
        RealisticTexts.longest(firsts) + 1 + RealisticTexts.longest(lasts),
        true,
        (person, room) -> first(firsts, person) + ' ' + last(lasts, firsts.size(), person),
        person -> "",
        " ",
        null);
  }

  static Wording user() {
    return folded('_', "", 0);
  }

  static Wording email() {
    List<String> domains = WordLists.get().of("domains");
    return folded('.', "@", RealisticTexts.longest(domains));
  }

  private static Wording folded(char between, String at, int longest) {
    List<String> firsts = WordLists.folded(firsts());
    List<String> lasts = WordLists.folded(lasts());
    List<String> domains = WordLists.get().of("domains");
    return new Wording(
        people(),
        RealisticTexts.longest(firsts) + 1 + RealisticTexts.longest(lasts) + at.length() + longest,
        true,
        (person, room) -> first(firsts, person) + between + last(lasts, firsts.size(), person),
        person ->
            at.isEmpty()
                ? ""
                : at + domains.get((int) ((Keys.mix(person) >>> 40) % domains.size())),
        "-",
        null);
  }
}
