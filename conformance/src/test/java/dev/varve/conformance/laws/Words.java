package dev.varve.conformance.laws;

import java.util.Map;

/** Words in texts. */
final class Words {
  private Words() {}

  /** {@code text} with all of its words replaced that are keys of {@code words}, all at once. */
  static String replaced(String text, Map<String, String> words) {
    StringBuilder result = new StringBuilder();
    int i = 0;
    while (i < text.length()) {
      int end = i;
      while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
        end++;
      }
      if (end == i) {
        result.append(text.charAt(i++));
      } else {
        String word = text.substring(i, end);
        result.append(words.getOrDefault(word, word));
        i = end;
      }
    }
    return result.toString();
  }
}
