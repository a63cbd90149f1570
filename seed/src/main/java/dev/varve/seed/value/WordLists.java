package dev.varve.seed.value;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The words of the resource {@code words.txt}, by the names of its lists. */
final class WordLists {
  private static final String RESOURCE = "words.txt";

  private final Map<String, List<String>> lists;

  private WordLists(Map<String, List<String>> lists) {
    this.lists = lists;
  }

  /** The lists, which are read when they are first asked for. */
  static WordLists get() {
    return Holder.LISTS;
  }

  /** The list of that name. */
  List<String> of(String name) {
    return Objects.requireNonNull(lists.get(name), name);
  }

  private static WordLists read() {
    Map<String, List<String>> lists = new HashMap<>();
    List<String> list = new ArrayList<>();
    try (BufferedReader reader = open()) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (line.startsWith("[")) {
          list = new ArrayList<>();
          lists.put(line.substring(1, line.length() - 1), list);
        } else if (!line.startsWith("#")) {
          list.addAll(List.of(line.split(line.indexOf('|') < 0 ? " " : "\\|")));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE, e);
    }
    lists.replaceAll((name, words) -> List.copyOf(words));
    return new WordLists(lists);
  }

  private static BufferedReader open() {
    InputStream stream =
        Objects.requireNonNull(WordLists.class.getResourceAsStream(RESOURCE), RESOURCE);
    return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
  }

  /**
   * The words in small letters of ASCII, as addresses have them: {@code Łuczak}, {@code luczak}.
   */
  static List<String> folded(List<String> words) {
    List<String> folded = new ArrayList<>(words.size());
    for (String word : words) {
      folded.add(folded(word));
    }
    return List.copyOf(folded);
  }

  static String folded(String word) {
    StringBuilder folded = new StringBuilder();
    String parts = Normalizer.normalize(word, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
    for (int i = 0; i < parts.length(); i++) {
      char c = parts.charAt(i);
      if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
        folded.append(c);
      } else if (c == ' ' || c == '-') {
        folded.append('-');
      } else {
        folded.append(
            switch (c) {
              case 'ł' -> "l";
              case 'ø' -> "o";
              case 'ß' -> "ss";
              case 'ı' -> "i";
              case 'đ' -> "d";
              default -> "";
            });
      }
    }
    return folded.toString();
  }

  private static final class Holder {
    static final WordLists LISTS = read();
  }
}
