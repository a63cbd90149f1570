package dev.varve.seed.value;

import java.util.List;

/** Names of things, and what is made of them: {@code Nimble Oak Kettle}. */
final class ProductWords {
  private ProductWords() {}

  private static List<String> list(String name) {
    return WordLists.get().of(name);
  }

  /** All combinations of words of some lists. */
  private static Wording joined(char between, List<List<String>> lists) {
    long count = 1;
    int longest = lists.size() - 1;
    for (List<String> list : lists) {
      count *= list.size();
      longest += RealisticTexts.longest(list);
    }
    return Wording.of(
        count, longest, between == ' ' ? " " : "-", (number, room) -> join(lists, number, between));
  }

  private static String join(List<List<String>> lists, long number, char between) {
    StringBuilder text = new StringBuilder();
    long rest = number;
    for (List<String> list : lists) {
      text.append(text.length() == 0 ? "" : between);
      text.append(list.get((int) (rest % list.size())));
      rest /= list.size();
    }
    return text.toString();
  }

  static Wording product() {
    return joined(' ', List.of(list("adjectives"), list("materials"), list("nouns")));
  }

  static Wording title() {
    return joined(' ', List.of(list("adjectives"), list("nouns")));
  }

  static Wording company() {
    return joined(' ', List.of(list("companies"), list("company kinds")));
  }

  static Wording slug() {
    return joined('-', folded("adjectives", "materials", "nouns"));
  }

  private static List<List<String>> folded(String... names) {
    return java.util.Arrays.stream(names).map(name -> WordLists.folded(list(name))).toList();
  }

  static Wording colour() {
    List<String> names = list("colours").stream().map(line -> line.split(" ")[0]).toList();
    return RealisticTexts.list(names);
  }

  static Wording host() {
    Wording names = joined('-', folded("companies", "nouns"));
    return new Wording(
        names.count(), names.longest() + 8, false, names.start(), number -> ".example", "-", null);
  }

  static Wording url(String end) {
    Wording names = joined('-', folded("companies", "adjectives", "nouns"));
    return new Wording(
        names.count(),
        names.longest() + 20 + end.length(),
        false,
        (number, room) -> "https://example.com/" + names.start().of(number, room),
        number -> end,
        "-",
        null);
  }

  static Wording file() {
    List<String> types = list("file types");
    Wording names = joined('-', folded("adjectives", "nouns"));
    return new Wording(
        names.count(),
        names.longest() + 5,
        false,
        names.start(),
        number -> '.' + types.get((int) (number % types.size())),
        "-",
        null);
  }
}
