package dev.varve.seed.value;

import java.util.List;

/** Sentences. */
final class ProseWords {
  /** No paragraph is longer, whatever room there is. */
  private static final int LONGEST = 400;

  private ProseWords() {}

  private static List<String> list(String name) {
    return WordLists.get().of(name);
  }

  static Wording sentence() {
    return Wording.of(
        1L << 32, Integer.MAX_VALUE, " ", (number, room) -> fitting(sentence(number), room));
  }

  /** One to five sentences. */
  static Wording paragraph() {
    return Wording.of(1L << 32, Integer.MAX_VALUE, " ", ProseWords::paragraph);
  }

  private static String paragraph(long number, int room) {
    int most = Math.min(room, LONGEST);
    StringBuilder text = new StringBuilder(sentence(number));
    long sentences = (Keys.mix(number) >>> 1) % 5;
    for (long i = 1; i <= sentences; i++) {
      String next = sentence(Keys.mix(number + (i << 48)) >>> 1);
      if (text.length() + 1 + next.length() > most) {
        break;
      }
      text.append(' ').append(next);
    }
    return fitting(text.toString(), room);
  }

  /** Cut where a word ends. */
  private static String fitting(String text, int room) {
    if (text.length() <= room) {
      return text;
    }
    int end = text.lastIndexOf(' ', room);
    return end > 0 ? text.substring(0, end) : text;
  }

  private static String sentence(long number) {
    long rest = Keys.mix(number) >>> 1;
    List<String> openings = list("openings");
    List<String> subjects = list("subjects");
    List<String> verbs = list("verbs");
    String subject = subjects.get((int) (rest % subjects.size()));
    rest /= subjects.size();
    String verb = verbs.get((int) (rest % verbs.size()));
    rest /= verbs.size();
    int opening = (int) (rest % (3L * openings.size()));
    if (opening >= openings.size()) {
      return subject + ' ' + verb + '.';
    }
    return openings.get(opening) + ' ' + lower(subject) + ' ' + verb + '.';
  }

  private static String lower(String subject) {
    return Character.toLowerCase(subject.charAt(0)) + subject.substring(1);
  }
}
