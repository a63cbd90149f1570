package dev.varve.seed.value;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the words of a descriptor, in which percent and two digits stand for a byte. */
public final class Words {
  private Words() {}

  /** The text that a word stands for; {@code %} alone is the empty one. */
  public static String decode(String word) {
    if (word.indexOf('%') < 0) {
      return word;
    }
    if (word.equals("%")) {
      return "";
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(word.length());
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) == '%') {
        bytes.write(Integer.parseInt(word.substring(i + 1, i + 3), 16));
        i += 2;
      } else {
        bytes.write(word.charAt(i));
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /** Words parted by commas. */
  public static List<String> list(String words) {
    List<String> list = new ArrayList<>();
    for (String word : words.split(",")) {
      list.add(decode(word));
    }
    return List.copyOf(list);
  }
}
